import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** SHA-256 of a string, shortened to 32 hexadecimal digits. */
export function fingerprintOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
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
