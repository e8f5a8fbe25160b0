/** `-1234.5` → `-1,234.5`: decimal digits in groups of three, the same in every locale. */
export function thousands(digits: string): string {
  const sign = digits.startsWith('-') ? '-' : '';
  const [whole = '', ...fraction] = digits.slice(sign.length).split('.');
  const firstGroup = whole.length % 3 || 3;
  const groups = [whole.slice(0, firstGroup)];
  for (let start = firstGroup; start < whole.length; start += 3) groups.push(whole.slice(start, start + 3));
  return [`${sign}${groups.join(',')}`, ...fraction].join('.');
}
