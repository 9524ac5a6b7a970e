/** Which hosts are in a network of one's own, where bytes may go unencrypted. */

import { BlockList, isIP } from 'node:net';

const SUBNETS = [
  // Loopback.
  ['127.0.0.0', 8, 'ipv4'],
  ['::1', 128, 'ipv6'],
  // RFC 1918, RFC 4193.
  ['10.0.0.0', 8, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['fc00::', 7, 'ipv6'],
] as const;

/** Names that mean something only there: of one word, as beside each other in a compose file, or under such a domain. */
const NAME = /^[\w-]+$|\.(?:internal|local|localhost|lan|home\.arpa)$/;

const near = new BlockList();
for (const [network, bits, family] of SUBNETS) near.addSubnet(network, bits, family);

/** @param host a name, or an address without brackets */
export function isNear(host: string): boolean {
  const version = isIP(host);
  return version === 0 ? NAME.test(host) : near.check(host, version === 6 ? 'ipv6' : 'ipv4');
}
