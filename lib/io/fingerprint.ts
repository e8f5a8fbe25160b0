import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A short name for a text: equal texts have equal names, and no others do. */
export function fingerprintOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

/** The same for the code in folders, by default beside this one, `aws` of `lib/aws`: code that was changed is other code. */
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
