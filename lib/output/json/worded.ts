import { z } from 'zod';

/** The JSON form of a warning or a trade-off: its kind for programs, and its text for readers. */
export const WordedJson = z.strictObject({
  kind: z.string().describe('machine-readable kind, such as no-domain'),
  text: z.string().describe('sentence, in English'),
});
export type WordedJson = z.infer<typeof WordedJson>;

/** Data with a kind in its JSON form. */
export function wordedJson<T extends { readonly kind: string }>(items: readonly T[], textOf: (item: T) => string): WordedJson[] {
  return items.map((item) => ({ kind: item.kind, text: textOf(item) }));
}
