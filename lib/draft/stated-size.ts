/** A sum or a difference of vCPUs or GiB to the thousandth, as definitions state them: without the error of binary fractions. */
export function statedSize(amount: number): number {
  return Math.round(amount * 1_000) / 1_000;
}
