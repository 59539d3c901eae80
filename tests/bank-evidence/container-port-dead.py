# Item container-port-dead: one HTTP server bound to loopback, then to all addresses, asked at two addresses.
# 127.0.0.2 stands for the address at which a container is reached from outside its network namespace.
import http.client
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()

    def log_message(self, *args):
        pass


def ask(address, port):
    try:
        connection = http.client.HTTPConnection(address, port, timeout=5)
        connection.request("GET", "/health")
        return str(connection.getresponse().status)
    except ConnectionRefusedError:
        return "refused"


print("bound to    own loopback  other address")
for bound in "127.0.0.1", "0.0.0.0":
    server = HTTPServer((bound, 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    port = server.server_address[1]
    print(f"{bound:<11} {ask('127.0.0.1', port):>12} {ask('127.0.0.2', port):>14}")
    server.shutdown()
    server.server_close()
