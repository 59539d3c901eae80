#!/bin/bash
# Item set-e-blind-spots: a function that fails half way, called plainly and as a condition.
# Shows that errexit is ignored inside a function that is tested.
export LC_ALL=C
d=$(mktemp -d) && cd "$d" && trap 'rm -rf "$d"' EXIT
cat > deploy.sh <<'END'
#!/bin/bash
set -e
deploy() {
    cd /srv/no-such-release
    echo "restarting in $(basename "$PWD")"
}
if deploy; then echo "deployed"; fi
END
mkdir home && cd home && cp ../deploy.sh .
run() { echo "$ $1"; eval "$1"; }
{
run 'bash deploy.sh; echo "status $?"'
sed -i 's/^if deploy.*/deploy/' deploy.sh
run 'bash deploy.sh; echo "status $?"'
} 2>&1
