import type { Severity } from './severity';
import type { TextEdit } from './text-edit';

/** One place in a file where a rule is broken, as every report shows it. */
export interface RuleFinding {
  /** ID of the rule. */
  readonly rule: string;
  /** Severity of the violation. */
  readonly severity: Severity;
  /** The object that breaks the rule: `Deployment shop/web`, `AWS::ECS::Service Web`. */
  readonly object: string;
  /** File of the object. */
  readonly file: string;
  /** Line in the file, counted from 1. Absent when it is not known, as in a stream. */
  readonly line?: number;
  /** Path in the object; empty for the object as a whole. */
  readonly path: string;
  /** Value that was found, in words or as it is written; absent when it is missing. */
  readonly received?: string;
  /** The valid values, worded to follow "expected". */
  readonly expected: string;
  /** The word that was probably meant. */
  readonly suggestion?: string;
  /** The edit of the file that corrects it. Absent where none or more than one correction is possible. */
  readonly edit?: TextEdit;
}
