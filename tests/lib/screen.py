"""The candidate's page as tests see it: a led session driven by tool_serve, and plain sockets.

    with Screen(bank) as s:     s.url, s.pid, s.do("next") -> lines told, s.request("GET", "/"), s.events()
"""
import os
import re
import select
import socket
import subprocess
import time
from pathlib import Path
from xml.dom import minidom

ROOT = Path(os.environ.get("ROOT", Path(__file__).resolve().parent.parent.parent))
BUILD = Path(os.environ.get("BUILD", ROOT / "build"))
TOOL = BUILD / "tests" / "serve" / "tool_serve"
BANK = ROOT / "question-sets" / "ml-engineer-junior.xml"
TOKEN = "7K2M-9QXT-4HRB-D3WZ"
PATIENCE_S = 30
SECRETS = ("SECRETANSWER", "SECRETKEYPOINT", "SECRETANCHOR", "SECRETMISTAKE", "SECRETTITLE", "SECRETREFERENCE",
           "SECRETSOURCENOTE")


def marked_bank(path):
    """The shipped bank with SECRET in every text a candidate may never see, and PLAIN in each stem."""
    doc = minidom.parse(str(BANK))

    def plant(node, word):
        for child in node.childNodes:
            if child.nodeType == child.TEXT_NODE and child.data.strip():
                child.data = word + " " + child.data
            elif child.nodeType == child.ELEMENT_NODE and child.tagName != "stem":
                plant(child, word)

    for tag in ("answer", "key-point", "anchor", "mistake", "reference", "source-note"):
        for node in doc.getElementsByTagName(tag):
            plant(node, "SECRET" + tag.replace("-", "").upper())
    for node in doc.getElementsByTagName("item"):
        for stem in [n for n in node.childNodes if n.nodeName == "stem"]:
            plant(stem, "PLAIN")
        node.getElementsByTagName("title")[0].firstChild.data = "SECRETTITLE"
    path.write_bytes(doc.toxml(encoding="utf-8"))


class Screen:
    def __init__(self, bank=BANK, address="127.0.0.1:0", token=TOKEN):
        self.tool = subprocess.Popen([TOOL, bank, address, token], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                     stderr=subprocess.PIPE)
        self.heard = []
        self.pid = int(self.line("pid "))
        self.url = self.line("url ")
        self.notice = self.line("notice ")
        self.host, port = self.url.split("/")[2].rsplit(":", 1)
        self.port = int(port)
        self.path = "/" + self.url.split("/", 3)[3]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        if self.tool.poll() is None:
            try:
                self.tool.stdin.write(b"quit\n")
                self.tool.stdin.flush()
            except BrokenPipeError:
                pass
        try:
            self.tool.wait(PATIENCE_S)
        finally:
            self.tool.kill()
            for stream in (self.tool.stdin, self.tool.stdout, self.tool.stderr):
                stream.close()

    def raw_line(self):
        ready, _, _ = select.select([self.tool.stdout], [], [], PATIENCE_S)
        assert ready, "the tool says nothing"
        line = b""
        while not line.endswith(b"\n"):         # unbuffered, so that select() knows what is left
            byte = os.read(self.tool.stdout.fileno(), 1)
            assert byte, "the tool ended: " + self.tool.stderr.read().decode()
            line += byte
        return line.decode().rstrip("\n")

    def line(self, beginning):
        """The next line that begins so; others are kept in `heard`."""
        while True:
            line = self.raw_line()
            if line.startswith(beginning):
                return line[len(beginning):]
            self.heard.append(line)

    def do(self, *commands):
        told = []
        for command in commands:
            self.tool.stdin.write(command.encode() + b"\n")
            self.tool.stdin.flush()
            while (line := self.raw_line()) != "ok":
                told.append(line)
        self.heard += told
        return told

    # ---- requests ----

    def connect(self):
        return socket.create_connection((self.host.strip("[]"), self.port), timeout=PATIENCE_S)

    def send(self, raw):
        """The whole answer to raw bytes, up to the end of the connection or of its announced length."""
        with self.connect() as c:
            try:
                c.sendall(raw)
            except (BrokenPipeError, ConnectionResetError):
                pass
            answer = b""
            while True:
                try:
                    part = c.recv(65536)
                except ConnectionResetError:
                    break
                if not part:
                    break
                answer += part
                head, parted, body = answer.partition(b"\r\n\r\n")
                length = [h for h in head.lower().split(b"\r\n") if h.startswith(b"content-length:")]
                if parted and length and len(body) >= int(length[0].split(b":")[1]):
                    break
            return answer

    def request(self, method, path, body=b"", headers=None):
        head = {"Host": f"{self.host}:{self.port}", "Connection": "close"}
        if body:
            head |= {"Content-Length": len(body), "Content-Type": "application/x-www-form-urlencoded"}
        head |= headers or {}
        lines = [f"{method} {path} HTTP/1.1"] + [f"{k}: {v}" for k, v in head.items() if v is not None]
        return self.send("\r\n".join(lines).encode() + b"\r\n\r\n" + body)

    def status(self, *args, **more):
        answer = self.request(*args, **more)
        return int(answer.split(b" ", 2)[1]) if answer.startswith(b"HTTP/") else 0

    def events(self):
        return Events(self)


class Events:
    """A page that listens."""

    def __init__(self, screen):
        self.socket = screen.connect()
        self.data = b""
        self.socket.sendall(f"GET {screen.path}events HTTP/1.1\r\nHost: {screen.host}:{screen.port}\r\n\r\n".encode())

    def until(self, text, patience_s=PATIENCE_S):
        """Reads until `text` has come since the last call; returns what came."""
        end = time.monotonic() + patience_s
        while text.encode() not in self.data:
            left = end - time.monotonic()
            assert left > 0, f"{text!r} did not come: {self.data[-400:]!r}"
            ready, _, _ = select.select([self.socket], [], [], left)
            if ready:
                part = self.socket.recv(65536)
                assert part, f"the stream ended before {text!r}: {self.data[-400:]!r}"
                self.data += part
        at = self.data.index(text.encode()) + len(text.encode())
        came, self.data = self.data[:at], self.data[at:]
        return came.decode("utf-8", "replace")

    def close(self):
        self.socket.close()


class Page:
    """The page of a real `viva lead`, where its console says it is."""

    def __init__(self, out):
        url = re.search(r"http://\S+", out).group(0)
        self.host, port = url.split("/")[2].rsplit(":", 1)
        self.port = int(port)
        self.path = "/" + url.split("/", 3)[3]
        self.url = url

    def connect(self):
        return socket.create_connection((self.host, self.port), timeout=PATIENCE_S)

    def events(self):
        return Events(self)

    def predict(self, position, grade):
        body = f"position={position}&grade={grade}"
        with self.connect() as c:
            c.sendall(f"POST {self.path}predict HTTP/1.1\r\nHost: {self.host}:{self.port}\r\nConnection: close\r\n"
                      f"Content-Length: {len(body)}\r\n\r\n{body}".encode())
            return int(c.recv(4096).split(b" ")[1])
