import { isPlainObject, own, type PlainObject } from '../core/plain-object';

/** A value that SOPS encrypted. Source: SOPS, "Encryption Protocol". */
const ENCRYPTED = /^ENC\[[A-Z0-9_]+,data:/;

/** Whether SOPS encrypted the kind or the version of a document, so that it is not known what object it is. */
export function isWhollyEncrypted(value: PlainObject): boolean {
  return isEncrypted(value) && ['apiVersion', 'kind'].some((field) => isEncryptedText(own(value, field)));
}

/**
 * The object that `sops --decrypt` gives, whose encrypted values are not known: a Secret keeps its keys, with an empty JSON object as the
 * value of each, which every check of values accepts. Other objects keep their texts. Source: SOPS, which adds the field `sops`.
 */
export function decrypted(value: PlainObject): PlainObject {
  if (!isEncrypted(value)) return value;
  const { sops: _, ...object } = value;
  if (own(object, 'kind') !== 'Secret') return object;
  return { ...object, ...known(object, 'data', 'e30='), ...known(object, 'stringData', '{}') };
}

function isEncrypted(value: PlainObject): boolean {
  const sops = own(value, 'sops');
  return isPlainObject(sops) && own(sops, 'mac') !== undefined;
}

function known(object: PlainObject, section: string, text: string): PlainObject {
  const data = own(object, section);
  if (!isPlainObject(data)) return {};
  return { [section]: Object.fromEntries(Object.entries(data).map(([key, value]) => [key, isEncryptedText(value) ? text : value])) };
}

function isEncryptedText(value: unknown): boolean {
  return typeof value === 'string' && ENCRYPTED.test(value);
}
