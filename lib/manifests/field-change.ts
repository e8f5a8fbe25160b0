/** The right correction of a violation, where only one is right. It changes the key or the value at the path of the violation. */
export type FieldChange = QuoteValue | ReplaceValue | RenameKey | RemoveDuplicate;

/** The value becomes a string, as it is written in the file. */
interface QuoteValue {
  /** Discriminator. */
  readonly kind: 'quote';
}

/** The value becomes another one. */
interface ReplaceValue {
  /** Discriminator. */
  readonly kind: 'value';
  /** The new value. */
  readonly value: string | number | boolean;
}

/** The key gets another name, and its value stays. */
interface RenameKey {
  /** Discriminator. */
  readonly kind: 'key';
  /** The new key. */
  readonly key: string;
}

/** One of two equal pairs of a mapping is removed with its line. */
interface RemoveDuplicate {
  /** Discriminator. */
  readonly kind: 'duplicate';
  /** Position of the key of the removed pair in the file. */
  readonly position: number;
}
