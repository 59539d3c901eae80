#!/usr/bin/python3
"""The candidate's page in Chromium: what a person sees and hears, and what the browser refuses to do."""
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from selenium.webdriver.common.by import By

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "lib"))
from browser import browser                                             # noqa: E402
from cases import case, main                                            # noqa: E402
from screen import PATIENCE_S, Screen                                   # noqa: E402

PICTURES = os.environ.get("VIVA_PICTURES")      # a folder to leave screenshots in
CHANGES = 1000 if "VIVA_SOAK" in os.environ else 20


PAGE = browser()


def text(selector):
    return PAGE.execute_script("const e = document.querySelector(arguments[0]); return e && !e.closest('[hidden]') ? "
                               "e.innerText : null", selector)


def until(said, what):
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        got = what()
        if got:
            return got
        time.sleep(0.01)
    raise AssertionError(f"{said} did not come: " + str(PAGE.execute_script("return document.body.innerText"))[:500])


def picture(name):
    if PICTURES:
        PAGE.save_screenshot(f"{PICTURES}/{name}.png")


def to_predict(s):
    for _ in range(4):
        s.do("next")
        if until("a phase", lambda: True) and text("#predict") is not None:
            return
    until("the prediction", lambda: text("#predict"))


@case
def a_page_shows_question_clock_pause_message_prediction_and_the_end():
    with Screen() as s:
        PAGE.set_window_size(1100, 800)
        PAGE.get(s.url)
        until("the question", lambda: text("#place") == "Question 1 of 3")
        assert text("#clock-time") == "1:00" or text("#clock-time").startswith("0:5"), text("#clock-time")
        assert text("#clock-word") == "Left"
        assert PAGE.execute_script("return document.activeElement.id") == "title"
        picture("question")
        s.do("message Take your time. <b>No markup</b>")
        until("the message", lambda: text("#message") == "Take your time. <b>No markup</b>")
        s.do("pause")
        until("the pause", lambda: text("#clock-word") == "Paused")
        still = text("#clock-time")
        time.sleep(1.2)
        assert text("#clock-time") == still
        s.do("pause", "wait 90000", "next")
        until("over", lambda: text("#clock-word") == "Over")
        assert text("#clock-time").startswith("+0:3"), text("#clock-time")
        picture("over")
        to_predict(s)
        buttons = PAGE.find_elements(By.CSS_SELECTOR, "#grades button")
        assert len(buttons) == 5
        buttons[3].click()
        until("the tap", lambda: "Sent: 3" in (text("#predict-state") or ""))
        assert s.line("predict ") == "0 3"
        assert PAGE.find_elements(By.CSS_SELECTOR, "#grades button")[3].get_attribute("aria-pressed") == "true"
        picture("predict")
        s.do("predict 3", "grade 2", "next")
        until("the next question", lambda: text("#place") == "Question 2 of 3")
        assert text("#message") == "Take your time. <b>No markup</b>"
        s.do("end")
        until("the end", lambda: text("#title") == "The interview is over")
        picture("end")


@case
def the_heading_says_what_to_do_and_what_a_reader_hears_follows_it():
    with Screen() as s:
        PAGE.get(s.url)
        until("the question", lambda: text("#title") == "Listen, and read along")
        assert PAGE.execute_script("return document.querySelector('#title').getAttribute('aria-label')") == \
            "Question 1 of 3: Listen, and read along"
        s.do("next")
        until("thinking", lambda: text("#title") == "Think")
        until("a word for it", lambda: PAGE.execute_script("return document.querySelector('#status').textContent") == "Think")
        s.do("next")
        until("answering", lambda: text("#title") == "Answer aloud")
        s.do("pause")
        until("the pause", lambda: text("#title") == "Paused")
        s.do("pause")
        PAGE.execute_script("document.querySelector('#stem').firstChild.kept = 1")
        s.do("message Go on")
        until("the message", lambda: text("#message") == "Go on")
        # What did not change is not painted anew under a reader's cursor.
        assert PAGE.execute_script("return document.querySelector('#stem').firstChild.kept") == 1
        to_predict(s)
        assert text("#title") == "How well did you answer?"
        top = PAGE.execute_script("return [...document.querySelectorAll('#grades button, #stem')].map((e) => e.getBoundingClientRect().top)")
        assert top == sorted(top), top      # what is asked for stands above what is known


@case
def it_fits_a_phone_light_and_dark_at_twice_the_size():
    with Screen() as s:
        s.do("next", "next", "next", "next")
        for width, height, scheme, zoom in ((360, 740, "light", 1), (360, 740, "dark", 1), (640, 900, "light", 2), (1400, 900, "dark", 1)):
            PAGE.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": scheme}]})
            PAGE.execute_cdp_cmd("Emulation.setDeviceMetricsOverride",
                                 {"width": width // zoom, "height": height // zoom, "deviceScaleFactor": zoom, "mobile": width < 500})
            PAGE.get(s.url)
            until("the question", lambda: text("#place"))
            wide = PAGE.execute_script("return document.documentElement.scrollWidth - document.documentElement.clientWidth")
            assert wide <= 0, (width, zoom, wide)
            worst = PAGE.execute_script(CONTRAST)
            assert worst[0] >= 4.5, (scheme, worst)
            picture(f"screen-{width}-{scheme}")
        PAGE.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
        PAGE.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})


# The least contrast (WCAG 2.1, 1.4.3) of a text that is shown, with its element.
CONTRAST = """
const luminance = (c) => { const [r, g, b] = c.match(/[\\d.]+/g).slice(0, 3).map((v) => { v /= 255;
    return v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; }); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
const ground = (e) => { for (; e; e = e.parentElement) { const c = getComputedStyle(e).backgroundColor;
    if (c !== 'rgba(0, 0, 0, 0)') return c; } return 'rgb(255, 255, 255)'; };
let worst = [99, ''];
for (const e of document.body.querySelectorAll('*')) {
    const own = [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim());
    if (!own || !e.getClientRects().length || e.closest('noscript')) continue;
    const [a, b] = [luminance(getComputedStyle(e).color), luminance(ground(e))].sort((x, y) => y - x);
    const c = (a + 0.05) / (b + 0.05);
    if (c < worst[0]) worst = [c, e.outerHTML.slice(0, 80)];
}
return worst;
"""


@case
def a_screen_reader_hears_milestones_and_not_every_second():
    with Screen() as s:
        PAGE.get(s.url)
        until("the question", lambda: text("#place"))
        roles = PAGE.execute_script("return [...document.querySelectorAll('[role]')].map((e) => e.id + ':' + e.getAttribute('role'))")
        assert "clock:timer" in roles and "status:status" in roles, roles
        assert PAGE.execute_script("return document.querySelector('#clock').getAttribute('aria-live')") is None
        PAGE.execute_script("""window.heard = [];
            new MutationObserver(() => heard.push(document.querySelector('#status').textContent))
            .observe(document.querySelector('#status'), {childList: true, characterData: true, subtree: true})""")
        for wait, said in ((29500, "Half of the time is left"), (19500, "10 seconds left"), (9800, "Time is over. You may finish.")):
            s.do(f"wait {wait}", "message")
            until(said, lambda said=said: said in PAGE.execute_script("return heard"))
        time.sleep(1.2)
        heard = PAGE.execute_script("return heard")
        assert heard == ["Half of the time is left", "10 seconds left", "Time is over. You may finish."], heard


@case
def a_lost_helper_is_said_and_the_page_comes_back_by_itself():
    with Screen() as s:
        port = s.port
        PAGE.get(s.url)
        until("the question", lambda: text("#place"))
        os.kill(s.pid, signal.SIGKILL)
        until("the loss", lambda: text("#lost"))
        picture("lost")
        s.line("ended")
    with Screen(address=f"127.0.0.1:{port}") as s:
        s.do("next")
        until("the return", lambda: text("#lost") is None)
        assert text("#place") == "Question 1 of 3"


@case
def the_browser_talks_to_one_host_and_complains_of_nothing():
    with Screen() as s:
        PAGE.get_log("performance")
        PAGE.get_log("browser")
        PAGE.get(s.url)
        until("the question", lambda: text("#place"))
        blocked = PAGE.execute_script("""const e = document.createElement('script'); e.textContent = 'window.inline = 1';
            document.head.append(e); return window.inline === undefined""")
        assert blocked
        complaints = [e for e in PAGE.get_log("browser") if "Content Security Policy" not in e["message"] and "favicon" not in e["message"]]
        assert not complaints, complaints
        hosts = {part.split("/")[2] for entry in PAGE.get_log("performance") if "Network.requestWillBeSent\"" in entry["message"]
                 for part in [entry["message"].split('"url":"')[-1].split('"')[0]] if part.startswith("http")}
        assert hosts <= {f"127.0.0.1:{s.port}"}, hosts
        assert PAGE.get_cookies() == []


@case
def a_change_is_on_the_page_at_once():
    with Screen() as s:
        PAGE.get(s.url)
        until("the question", lambda: text("#place"))
        PAGE.execute_script("""window.at = []; new MutationObserver(() => at.push(performance.timeOrigin + performance.now()))
            .observe(document.querySelector('#message'), {childList: true, characterData: true, subtree: true})""")
        sent = []
        for i in range(CHANGES):
            sent.append(time.time() * 1000)
            s.do(f"message number {i}")
            until("the message", lambda i=i: PAGE.execute_script("return at.length") > i)
        took = sorted(b - a for a, b in zip(sent, PAGE.execute_script("return at")))
        # How fast is for `make bench` to say; here: that each change is seen, once, after it was made.
        assert len(took) == CHANGES and took[0] > -5
        if "VIVA_SOAK" in os.environ:
            print(f"# change to page: median {took[len(took) // 2]:.1f} ms, p99 {took[int(len(took) * 0.99)]:.1f} ms")


@case
def the_code_for_phones_can_be_read():
    with tempfile.TemporaryDirectory() as home:
        for url in ("http://192.168.1.20:38080/c/7K2M-9QXT-4HRB-D3WZ/", "http://[fd00:1234:5678:9abc:def0:1234:5678:9abc]:65535/c/7K2M-9QXT-4HRB-D3WZ/"):
            for light in ("0", "1"):
                tool = Path(os.environ.get("BUILD", "build")) / "tests" / "serve" / "tool_qr"
                lines = subprocess.run([tool, url, light], capture_output=True, text=True, check=True).stdout.splitlines()
                assert len(lines) <= 24 and max(map(len, lines)) <= 80, (len(lines), len(lines[0]))
                upper, lower = ({" ": 0, "▀": 1, "▄": 0, "█": 1}, {" ": 0, "▀": 0, "▄": 1, "█": 1})
                rows = [[part[c] for c in line] for line in lines for part in (upper, lower)]
                rows = rows[:len(rows[0])]      # half a row may be left over
                ink = 255 if light == "1" else 0
                pixels = [bytes(v for cell in row for v in [ink if cell else 255 - ink] * 4) for row in rows for _ in range(4)]
                file = Path(home) / "qr.pgm"
                file.write_bytes(b"P5 %d %d 255\n" % (len(rows[0]) * 4, len(rows) * 4) + b"".join(pixels))
                read = subprocess.run(["zbarimg", "-q", "--raw", file], capture_output=True, text=True, check=False).stdout.strip()
                assert read == url, (url, light, read)


try:
    main()
finally:
    PAGE.quit()
