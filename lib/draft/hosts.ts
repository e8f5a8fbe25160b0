/** Hosts that a setting names: of each address in it, without scheme, user, port and path. */
export function hostsOf(setting: string): readonly string[] {
  return setting.split(/[,;\s]/).map((address) => {
    const scheme = address.lastIndexOf('://');
    const rest = scheme < 0 ? address : address.slice(scheme + 3);
    const host = rest.replace(/^[^@/]*@/, '');
    const end = host.search(/[:/?]/);
    return end < 0 ? host : host.slice(0, end);
  });
}
