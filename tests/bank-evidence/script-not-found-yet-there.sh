#!/bin/bash
# Item script-not-found-yet-there: a start script with Windows line ends.
# Shows the message of the shell and the bytes of the first line.
export LC_ALL=C
d=$(mktemp -d) && cd "$d" && trap 'rm -rf "$d"' EXIT
printf '#!/bin/bash\r\nexec ./server --port 8080\r\n' > start.sh && chmod 755 start.sh
bash -c './start.sh; echo "status $?"' 2>&1 | sed 's/^bash: line 1: //'
stat -c '%A %n' start.sh
head -n 1 start.sh | od -c | head -n 2
