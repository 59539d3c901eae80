#!/usr/bin/python3
"""The candidate's page from outside: what it answers, what it refuses, and what it never says."""
import os
import random
import re
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "lib"))
from cases import case, main                                            # noqa: E402
from screen import BANK, PATIENCE_S, SECRETS, TOKEN, TOOL, Screen, marked_bank  # noqa: E402

SOAK = "VIVA_SOAK" in os.environ
ALLOWED = {0, 200, 204, 400, 404, 405, 408, 409, 413, 414, 421, 431, 501, 503, 505}
# What the session goes through: every phase of a led session, marks and notes on the way.
WALK = ["next", "next", "tick 0", "hint", "note seen", "next", "next", "predict 3", "grade 2", "next",
        "next", "next", "fact", "next", "next", "predict 2", "grade 4", "next", "pass", "end"]


@case
def the_page_and_its_files_come_with_strict_headers():
    with Screen() as s:
        for name, kind in (("", "text/html"), ("page.css", "text/css"), ("page.js", "text/javascript")):
            answer = s.request("GET", s.path + name)
            head = answer.split(b"\r\n\r\n")[0].decode()
            assert head.startswith("HTTP/1.1 200 "), head
            assert f"Content-Type: {kind}; charset=utf-8" in head, head
            for header in ("Cache-Control: no-store", "X-Content-Type-Options: nosniff",
                           "Referrer-Policy: no-referrer", "Cross-Origin-Resource-Policy: same-origin",
                           "default-src 'none'", "form-action 'self'", "frame-ancestors 'none'"):
                assert header in head, (header, head)
            assert "Set-Cookie" not in head and "Server:" not in head, head


@case
def only_the_right_token_host_and_methods_are_served():
    with Screen() as s:
        wrong = s.path.replace("7K2M", "7K2N")
        for path in (wrong, wrong + "events", "/", "/c/", "/c/" + TOKEN + "X/", s.path + "nothing", s.path + "../x"):
            assert s.status("GET", path) == 404, path
        for host in (f"evil.example:{s.port}", "127.0.0.1", f"127.0.0.1:{s.port + 1}", "", None):
            assert s.status("GET", s.path, headers={"Host": host}) in (421, 400), host
        assert s.status("GET", s.path, headers={"Host": f"localhost:{s.port}"}) == 200
        for method in ("HEAD", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "BREW"):
            assert s.status(method, s.path) == 405, method
        assert s.status("POST", s.path) == 405 and s.status("POST", s.path + "events") == 405


@case
def long_headers_and_bodies_are_refused():
    with Screen() as s:
        assert s.status("GET", s.path, headers={"X-Long": "x" * 40000}) in (431, 413)
        assert s.status("GET", s.path + "x" * 40000) in (414, 431)
        assert s.status("POST", s.path + "predict", body=b"position=0&grade=1" + b" " * 100) == 413
        assert s.status("GET", s.path) == 200


@case
def a_prediction_is_taken_only_while_its_item_asks_for_one():
    with Screen() as s:
        def predict(body):
            return s.status("POST", s.path + "predict", body=body)
        assert predict(b"position=0&grade=3") == 409
        s.do("next", "next", "next")
        if s.do("predict 9"):           # refused: shows whether the follow-up is still to come
            s.do("next")
        stream = s.events()
        stream.until('"phase":"predict"')
        assert predict(b"position=1&grade=3") == 409
        for body in (b"position=-1&grade=3", b"position=0&grade=5", b"position=0&grade=33", b"position=0", b"", b"grade=3&position=0",
                     b"position=0&grade=3&x=1", b"position=0&grade=3\0", b"position=0&grade=+3 "):
            assert predict(body) == 400, body
        assert s.status("POST", s.path + "predict", body=b"position=0&grade=3",
                        headers={"Origin": "http://evil.example"}) == 404
        assert not [line for line in s.heard if line.startswith("predict")], s.heard
        assert predict(b"position=0&grade=3") == 204
        assert s.line("predict ") == "0 3"
        stream.close()


@case
def a_page_is_told_every_change_and_the_message():
    with Screen() as s:
        stream = s.events()
        first = stream.until('"message":""}}')
        assert "retry: 1000" in first and '"phase":"read"' in first, first
        s.do("next")
        assert '"phase":"think"' in stream.until('"message":""}}')
        s.do("pause")
        assert '"state":"paused"' in stream.until('"message":""}}')
        s.do("message Take your time \u202e<b>")
        assert '"message":"Take your time <202E><b>"' in stream.until('}}')
        s.do("end")
        stream.until('"state":"ended"')
        stream.close()


@case
def a_seventeenth_screen_waits_until_one_is_closed():
    with Screen() as s:
        streams = [s.events() for _ in range(16)]
        for stream in streams:
            stream.until("retry: 1000")
        assert s.status("GET", s.path + "events") == 503
        assert s.status("GET", s.path) == 200
        streams[0].close()
        end = time.monotonic() + PATIENCE_S
        while s.status("GET", s.path + "events", headers={"Host": "x"}) and time.monotonic() < end:
            s.do("extend")              # two events, and a closed page is noticed
            late = s.events()
            if b"200 OK" in late.socket.recv(12 + 3):
                break
            late.close()
        else:
            raise AssertionError("no screen became free")
        for stream in streams[1:] + [late]:
            stream.close()


@case
def callers_that_never_finish_a_request_lose_their_place():
    with Screen() as s:
        slow = []
        for _ in range(39):             # as many as one address may have, but one
            c = s.connect()
            c.sendall(b"GET / HTTP/1.1\r\nHost:")
            slow.append(c)
        end = time.monotonic() + 10
        ok = False
        while not ok and time.monotonic() < end:
            for c in slow:
                try:
                    c.sendall(b"x")
                except OSError:
                    pass
            ok = all(s.status("GET", s.path) == 200 for _ in range(3))
            time.sleep(0.2)
        gone = 0
        while gone < len(slow) and time.monotonic() < end:
            gone = 0
            for c in slow:
                c.settimeout(0.01)
                try:
                    gone += c.recv(1) == b""
                except TimeoutError:
                    pass
                except OSError:
                    gone += 1
        assert ok and gone == len(slow), (ok, gone)
        for c in slow:
            c.close()


@case
def the_helper_ends_with_its_parent_and_its_end_is_told():
    with Screen() as s:
        pid = s.pid
        assert Path(f"/proc/{pid}").exists()
    assert not Path(f"/proc/{pid}").exists()
    with Screen() as s:
        os.kill(s.pid, signal.SIGKILL)
        assert s.line("ended") == ""
        s.tool.wait(PATIENCE_S)
        assert s.tool.returncode == 8
    with Screen() as s:
        pid = s.pid
        s.tool.kill()
        s.tool.wait()
        end = time.monotonic() + PATIENCE_S
        while Path(f"/proc/{pid}/exe").exists() and time.monotonic() < end:
            time.sleep(0.01)
        try:
            assert not os.readlink(f"/proc/{pid}/exe")
        except FileNotFoundError:
            pass


@case
def a_new_helper_takes_the_same_link_over():
    with Screen() as s:
        port, url = s.port, s.url
        stream = s.events()
        stream.until("retry")
    with Screen(address=f"127.0.0.1:{port}") as s:
        assert s.url == url
        assert s.status("GET", s.path) == 200


@case
def bad_addresses_are_one_clear_line():
    for address in ("0.0.0.0:0", "[::]:0", "localhost:0", "127.0.0.1", "127.0.0.1:99999", "127.0.0.1:-1", ":80", "",
                    "[fe80::1%eth0]:0", "a\u202eb:0"):
        done = subprocess.run([TOOL, BANK, address, TOKEN], capture_output=True, text=True, timeout=PATIENCE_S)
        assert done.returncode == 2 and done.stderr.count("\n") == 1 and "\u202e" not in done.stderr, (address, done)
    done = subprocess.run([TOOL, BANK, "192.0.2.1:0", TOKEN], capture_output=True, text=True, timeout=PATIENCE_S)
    assert done.returncode == 8 and "192.0.2.1" in done.stderr, done


# ---- what must never leave ----

def memory_of(pid):
    """Every readable byte of a process."""
    parts = []
    with open(f"/proc/{pid}/maps") as maps, open(f"/proc/{pid}/mem", "rb") as memory:
        for line in maps:
            area, modes = line.split()[:2]
            if modes[0] != "r" or "[v" in line:
                continue
            low, high = (int(x, 16) for x in area.split("-"))
            if high - low > 1 << 30:    # a sanitizer's shadow; the helper has nothing so large
                continue
            memory.seek(low)
            try:
                parts.append(memory.read(high - low))
            except OSError:
                pass
    return b"".join(parts)


def fuzzed(rng, s):
    """A request with something wrong, most of the time."""
    path = rng.choice([s.path, s.path + "events?x", s.path + "predict", s.path + "page.js", "/", s.path[:-2],
                       s.path + "%2e%2e/answers", s.path + "SECRET", "*", "http://x/"])
    line = f"{rng.choice(['GET', 'POST', 'HEAD', 'get', 'PRI', 'GE T'])} {path} HTTP/{rng.choice(['1.1', '1.0', '9', ''])}"
    head = [line, f"Host: {rng.choice([f'{s.host}:{s.port}', 'evil', ''])}", "Connection: close"]
    if rng.random() < 0.5:
        head.append(rng.choice(["Content-Length: 18", "Content-Length: -1", "Transfer-Encoding: chunked", "Range: bytes=0-",
                                "Content-Length: 99999999999999999999", ": x", "X" * 200, "Cookie: answer=1", "\0: 1"]))
    raw = bytearray("\r\n".join(head).encode() + b"\r\n\r\n" + rng.choice([b"", b"position=0&grade=3", b"0\r\n\r\n"]))
    for _ in range(rng.choice([0, 0, 1, 3])):
        raw[rng.randrange(len(raw))] = rng.randrange(256)
    return bytes(raw)


@case
def no_answer_key_point_anchor_mark_or_note_reaches_a_candidate_or_the_helper():
    rng = random.Random(7)
    with tempfile.TemporaryDirectory() as home:
        bank = Path(home) / "marked.xml"
        marked_bank(bank)
        with Screen(bank) as s:
            stream = s.events()
            seen = [stream.until("retry")]
            for command in WALK:
                s.do(command)
                for name in ("", "page.js", "events?", "predict", "export", "answers"):
                    if name != "events?":
                        seen.append(s.request("GET", s.path + name).decode("utf-8", "replace"))
                seen.append(stream.until("}}"))
            memory = memory_of(s.pid)
            for _ in range(10_000 if SOAK else 200):
                c = s.connect()
                c.settimeout(0.5 if SOAK else 0.2)
                c.sendall(fuzzed(rng, s))
                try:
                    answer = c.recv(65536)
                except OSError:
                    answer = b""
                c.close()
                status = int(answer[9:12]) if answer.startswith(b"HTTP/") else 0
                assert status in ALLOWED, answer[:200]
                seen.append(answer.decode("utf-8", "replace"))
            memory += memory_of(s.pid)
            assert s.status("GET", s.path) in (200, 503)
            stream.close()
    text = "".join(seen)
    # The search finds what is there: stems, and the path in memory.
    assert "PLAIN" in text and b"PLAIN" in memory and TOKEN.encode() in memory
    for word in SECRETS:
        assert word not in text, (word, text[text.index(word) - 100:][:300])
        assert word.encode() not in memory, word


@case
def the_helper_is_small_and_confined():
    with Screen() as s:
        streams = [s.events() for _ in range(16)]
        for command in ("next", "next"):
            s.do(command)
        for stream in streams:
            stream.until('"phase":"answer"')
        status = Path(f"/proc/{s.pid}/status").read_text()
        assert re.search(r"^Seccomp:\t2$", status, re.M) and re.search(r"^NoNewPrivs:\t1$", status, re.M), status
        anonymous_kb = int(re.search(r"^RssAnon:\s+(\d+)", status, re.M).group(1))
        if "asan" not in str(TOOL):
            assert anonymous_kb < 6 * 1024, anonymous_kb
        names = {os.readlink(f"/proc/{s.pid}/fd/{fd}").split(":")[0] for fd in os.listdir(f"/proc/{s.pid}/fd")}
        assert not [n for n in names if n.endswith((".db", ".xml"))], names
        assert Path(f"/proc/{s.pid}/environ").read_bytes() == b""
        assert TOKEN not in Path(f"/proc/{s.pid}/cmdline").read_text()
        for stream in streams:
            stream.close()


main()
