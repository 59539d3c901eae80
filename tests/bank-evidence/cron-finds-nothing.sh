#!/bin/bash
# Item cron-finds-nothing: a script with a relative path and a private tool, run as at the prompt and as cron would.
# cron is imitated by an empty environment with Debian's default PATH and a change to another directory.
export LC_ALL=C
d=$(mktemp -d) && cd "$d" && trap 'rm -rf "$d"' EXIT
mkdir bin shop && printf '#!/bin/sh\necho "report written"\n' > bin/mkreport && chmod +x bin/mkreport
echo "user=shop" > shop/config
cat > shop/nightly.sh <<'END'
#!/bin/sh
. ./config
mkreport --user "$user"
END
chmod +x shop/nightly.sh
export PATH="$PWD/bin:$PATH" top=$PWD
cd shop && ./nightly.sh
cd "$top" && env -i PATH=/usr/bin:/bin sh shop/nightly.sh 2>&1
echo "status $?"
cd shop && env -i PATH=/usr/bin:/bin sh ./nightly.sh 2>&1
echo "status $?"
