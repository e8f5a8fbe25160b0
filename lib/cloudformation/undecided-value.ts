/** A value that is known only at deployment, and that decides which resources or properties of a template exist. */
export type UndecidedValue = UndecidedParameter | UndecidedComparison;

/** A parameter or pseudo parameter without a value. */
export interface UndecidedParameter {
  /** Kind of the value. */
  readonly kind: 'parameter';
  /** Name of the parameter. */
  readonly name: string;
  /** Its allowed values, else those that conditions compare it with. */
  readonly values: readonly string[];
  /** Whether it may have any other value. */
  readonly mayBeOther: boolean;
}

/** A comparison whose sides are computed at deployment: it may be true or false. */
export interface UndecidedComparison {
  /** Kind of the value. */
  readonly kind: 'comparison';
  /** Name of the condition that contains it. */
  readonly condition: string;
  /** Key of the comparison in the outcomes of a deployment. */
  readonly outcomeKey: string;
}
