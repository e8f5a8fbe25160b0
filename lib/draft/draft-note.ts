/** What the owner of a first definition must know or complete. */
export type DraftNote =
  /** The sizes of the definition are an example. */
  | { readonly kind: 'example' }
  /** The demands of the operations are examples that a measurement must replace. */
  | { readonly kind: 'demands-to-measure' };
