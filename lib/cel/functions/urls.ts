import type { CelFunc, CelMap } from '@bufbuild/cel';
import { celLibrary } from '../library';
import { opaque, opaqueType, opaqueValue } from './opaque';

/** URLs with a plain host and no escapes, which Go and the WHATWG parse alike. */
const PLAIN_URL = /^([A-Za-z][A-Za-z0-9+.-]*):\/\/([A-Za-z0-9.-]+)(?::(\d+))?(?:[/?#][!-$&-Z_a-z~]*)?$/;
const PLAIN_PATH = /^\/[!-$&-Z_a-z~]*$/;
const WITHOUT_SCHEME = /^(?:[^/:][^:]*)?$/;

/** The library for URLs: `isURL`, and the parts of a URL without escapes. */
export function urlFunctions(): CelFunc[] {
  const { CelScalar, celFunc, celMethod } = celLibrary();
  const { BOOL, STRING } = CelScalar;
  const url = opaqueType();
  const part = (name: string, partOf: (parts: RegExpExecArray | null) => string) =>
    celMethod(name, url, [], STRING, function (this: CelMap) {
      return partOf(PLAIN_URL.exec(String(opaqueValue('url', this))));
    });
  return [
    celFunc('isURL', [STRING], BOOL, isUrl),
    celFunc('url', [STRING], url, (text) => {
      if (!isUrl(text)) throw new Error(`no URL: ${text}`);
      return opaque('url', text);
    }),
    part('getScheme', (parts) => parts?.[1]?.toLowerCase() ?? ''),
    part('getHostname', (parts) => parts?.[2] ?? ''),
    part('getPort', (parts) => parts?.[3] ?? ''),
    part('getHost', (parts) => [parts?.[2] ?? '', parts?.[3]].filter((text) => text !== undefined).join(':')),
  ];
}

/** Whether Go's `url.ParseRequestURI` accepts a string. Throws an Error for one with escapes or an unusual host. */
function isUrl(text: string): boolean {
  if (PLAIN_URL.test(text) || PLAIN_PATH.test(text)) return true;
  if (WITHOUT_SCHEME.test(text)) return false;
  throw new Error('found no matching overload for a URL with escapes or an unusual host');
}
