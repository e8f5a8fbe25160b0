import type { CelEnv, CelInput, CelResult } from '@bufbuild/cel';
import { Budget } from './budget';
import { kubernetesFunctions } from './functions';
import { celLibrary, celStrings } from './library';
import { limitFolds, namesIn } from './syntax-tree';
import { equalityFunctions } from './unordered-lists';

/** Longest expression that is read. The API server bounds the cost of an expression, which bounds its length. */
const MAX_LENGTH = 16_384;

/** A rule that is ready to be evaluated. */
export interface Program {
  /** Whether the rule compares with the stored object, which does not exist when an object is created. */
  readonly usesOldSelf: boolean;
  /** The result for the variables. */
  run(variables: Readonly<Record<string, CelInput>>): CelResult;
}

/** Why a rule is not evaluated, worded to follow "is". */
export interface Unevaluated {
  /** An unsupported function or value, or an exceeded limit. */
  readonly reason: string;
}

let environment: { readonly env: CelEnv; readonly budget: Budget } | undefined;
const PROGRAMS = new Map<string, Program | Unevaluated>();

/** The program of an expression; each expression is read once. */
export function programOf(expression: string): Program | Unevaluated {
  const known = PROGRAMS.get(expression) ?? compiled(expression);
  PROGRAMS.set(expression, known);
  return known;
}

function compiled(expression: string): Program | Unevaluated {
  if (expression.length > MAX_LENGTH) return { reason: `longer than ${MAX_LENGTH} characters` };
  const { parse, plan } = celLibrary();
  const { env, budget } = environmentOf();
  try {
    const parsed = parse(expression);
    const { functions, identifiers } = namesIn(parsed.expr);
    const unknown = functions.filter((names) => !names.some((name) => env.funcs.find(name) !== undefined)).map(([name]) => name);
    if (unknown.length > 0) return { reason: `with the functions ${[...new Set(unknown)].join(', ')}, which lint does not know` };
    limitFolds(parsed.expr);
    const evaluate = plan(env, parsed);
    return {
      usesOldSelf: identifiers.includes('oldSelf'),
      run: (variables) => {
        budget.restart();
        const result = evaluate(variables);
        return budget.isSpent ? celLibrary().celError(budget.message) : result;
      },
    };
  } catch {
    return { reason: 'in a syntax that lint does not know' };
  }
}

function environmentOf(): { readonly env: CelEnv; readonly budget: Budget } {
  if (environment === undefined) {
    const budget = new Budget();
    const funcs = [...celStrings().strings, ...kubernetesFunctions(), ...equalityFunctions(), ...budget.functions()];
    environment = { env: celLibrary().celEnv({ funcs }), budget };
  }
  return environment;
}
