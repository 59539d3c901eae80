#!/bin/bash
# Item certificate-name-mismatch: a certificate for another name, trusted, presented by a server on loopback.
# Shows curl's complaint and the names in the certificate.
export LC_ALL=C
d=$(mktemp -d) && cd "$d" && trap 'kill $server; rm -rf "$d"' EXIT
openssl req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out cert.pem -days 30 -subj /CN=www.example.org \
    -addext subjectAltName=DNS:www.example.org,DNS:example.org 2> /dev/null
openssl s_server -accept 127.0.0.1:18443 -cert cert.pem -key key.pem -www > /dev/null 2>&1 & server=$!
opts=(--cacert cert.pem --connect-to :443:127.0.0.1:18443)
for _ in $(seq 50); do curl -s -o /dev/null "${opts[@]}" https://www.example.org/ && break; sleep 0.1; done
curl -sS "${opts[@]}" https://api.example.org/ 2>&1 | head -n 1 | fold -s -w 70 | sed "s/ *\$//"
openssl s_client -connect 127.0.0.1:18443 -servername api.example.org < /dev/null 2> /dev/null |
    openssl x509 -noout -ext subjectAltName | sed 's/ *$//'
curl -sS -o /dev/null -w '%{http_code}\n' "${opts[@]}" https://www.example.org/
