#!/bin/bash
# Item dump-reports-success: a pipeline whose first command fails, without and with pipefail.
# dump_db stands for a database dump that dies half way.
export LC_ALL=C
d=$(mktemp -d) && cd "$d" && trap 'rm -rf "$d"' EXIT
cat > dump_db <<'END'
#!/bin/sh
echo "CREATE TABLE orders (id int);"
echo "dump_db: lost connection to server" >&2
exit 2
END
cat > backup.sh <<'END'
#!/bin/bash
set -e
./dump_db | gzip > shop.sql.gz
echo "backup finished"
END
chmod +x dump_db backup.sh
run() { echo "$ $1"; eval "$1"; }
{
run './backup.sh; echo "status $?"'
run 'zcat shop.sql.gz | wc -l'
sed -i 's/set -e/set -eo pipefail/' backup.sh
run './backup.sh; echo "status $?"'
} 2>&1
