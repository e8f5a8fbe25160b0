import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serialize } from 'node:v8';
import { packageDigest } from './package-digest';

/** SHA-256 of a string, shortened to 32 hexadecimal digits. */
export function fingerprintOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

/** SHA-256 of plain data, shortened to 32 hexadecimal digits. Undefined for other data, such as an object with functions. */
export function fingerprintOfData(data: unknown): string | undefined {
  const bytes = bytesOf(data);
  return bytes === undefined ? undefined : createHash('sha256').update(bytes).digest('hex').slice(0, 32);
}

/** Undefined for data that V8 cannot serialize. All errors count, because this one has no class or code of its own. */
function bytesOf(data: unknown): Buffer | undefined {
  try {
    return serialize(data);
  } catch {
    return undefined;
  }
}

/** Identifies the code in folders of `lib`: the digest of the installed package, which takes no time to read, or else a digest of the folders. */
export function fingerprintOfCode(rooms: readonly string[]): string {
  return packageDigest() ?? fingerprintOfRooms(rooms);
}

/** SHA-256 of the code in folders of `below` (default: `lib`), shortened to 32 hexadecimal digits. */
export function fingerprintOfRooms(rooms: readonly string[], below: string = join(__dirname, '..')): string {
  const hash = createHash('sha256');
  for (const room of rooms) {
    const folder = join(below, room);
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
      if (/(?<!\.d)\.[jt]s$/.test(name)) hash.update(`${room}/${name}\n`).update(readFileSync(join(folder, name)));
    }
  }
  return hash.digest('hex').slice(0, 32);
}
