/** Engines whose major version is the first number alone, from a version on. */
const ONE_NUMBER_SINCE: Readonly<Record<string, number>> = { postgres: 10, 'aurora-postgresql': 10 };

/** Negative when the first version is older than the second, by the numbers between dots: `8.4.9` is older than `8.4.10`. */
export function compareVersions(left: string, right: string): number {
  const [a, b] = [numbersOf(left), numbersOf(right)];
  for (let index = 0; index < Math.min(a.length, b.length); index += 1) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** `8.4` of MySQL 8.4.8, `16` of PostgreSQL 16.4. The engine may be in any case, as RDS reads it. */
export function majorVersion(engine: string, version: string): string {
  const numbers = numbersOf(version);
  const isOneNumber = (ONE_NUMBER_SINCE[engine.toLowerCase()] ?? Number.POSITIVE_INFINITY) <= (numbers[0] ?? 0);
  return numbers.slice(0, isOneNumber ? 1 : 2).join('.');
}

function numbersOf(version: string): readonly number[] {
  return version.split('.').map((part) => Number.parseInt(part, 10) || 0);
}
