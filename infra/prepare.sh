#!/bin/sh
# Makes what the compose files need and no repository may hold: settings in .env, with passwords left to chance, and the
# secret that seals sessions. What is there already stays as it is. Run it once, before the first start.
#
#   ./prepare.sh https://meetings.example.org     the address under which people reach the application
set -eu
cd "$(dirname "$0")"
umask 077

case ${1:-} in
http://* | https://*) ;;
*)
  echo "Say under which address people reach the application, such as: ./prepare.sh http://127.0.0.1:8080" >&2
  exit 1
  ;;
esac

random() { od -An -N32 -tx1 /dev/urandom | tr -d ' \n'; }

# The folder lets nobody else in; what lies in it is read in containers by other users than its owner.
mkdir -p secrets/proxy
chmod 0755 secrets/proxy
if [ ! -f secrets/rostrum ]; then
  random >secrets/rostrum
  chmod 0444 secrets/rostrum
  echo "secrets/rostrum is made."
fi

if [ ! -f .env ]; then
  cat >.env <<SETTINGS
# Where people reach the application.
PUBLIC_URL=$1

# The event store's own users, made at its first start. To change them later: docs/many-machines.md.
EVENT_STORE_ADMIN_PASSWORD=$(random)
EVENT_STORE_OPS_PASSWORD=$(random)

# compose.cluster.yaml: the keys of the file store, and how the proxy comes by its certificate: an e-mail address, or
# '/certificates/proxy.crt /certificates/proxy.key', which are read from secrets/proxy, or internal.
FILES_ACCESS_KEY=rostrum
FILES_SECRET_KEY=$(random)
PROXY_TLS='internal'
SETTINGS
  echo ".env is made."
fi
