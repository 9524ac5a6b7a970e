#!/bin/sh
# Makes the certificates of the event store: one authority, and one certificate for each node named. What is there stays,
# until it is 300 days old; then a node gets a new one from the same authority. Run by the compose files.
#
#   /certificates/authority   the authority's key: for this script alone
#   /certificates/trust       the authority's certificate: for the nodes and the application
#   /certificates/<node>      a node's certificate and key
set -eu

root=${CERTIFICATES:-/certificates}
# The user that the nodes and the application run as.
owner=${OWNER:-1000:1000}
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT

if [ ! -f "$root/authority/ca.key" ]; then
  es-gencert-cli create-ca -days 3650 -out "$made/authority"
  cp "$made/authority/ca.crt" "$root/authority/ca.crt"
  cp "$made/authority/ca.key" "$root/authority/ca.key"
fi
cp "$root/authority/ca.crt" "$root/trust/ca.crt.new"
mv "$root/trust/ca.crt.new" "$root/trust/ca.crt"

for node in "$@"; do
  if [ -f "$root/$node/node.crt" ] && [ -z "$(find "$root/$node/node.crt" -mtime +300)" ]; then
    echo "The certificate of $node stays."
    continue
  fi
  es-gencert-cli create-node -ca-certificate "$root/authority/ca.crt" -ca-key "$root/authority/ca.key" \
    -days 397 -dns-names "$node,localhost" -ip-addresses 127.0.0.1 -out "$made/$node"
  for file in node.key node.crt; do
    cp "$made/$node/$file" "$root/$node/$file.new"
    mv "$root/$node/$file.new" "$root/$node/$file"
  done
  chown "$owner" "$root/$node/node.crt" "$root/$node/node.key"
  chmod 0400 "$root/$node/node.key"
  echo "The certificate of $node is new."
done
chmod 0444 "$root/trust/ca.crt"
