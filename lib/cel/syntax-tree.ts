import type { celLibrary } from './library';

type Expr = ReturnType<ReturnType<typeof celLibrary>['parse']>['expr'];

/** The function that `limitFolds` calls for each item. No expression can have this name. */
export const TICK = '@tick';

/** Names in an expression. */
interface Names {
  /** Names by which each called function may be known: `contains`, or `sets.contains`. */
  readonly functions: (readonly string[])[];
  /** Names of variables. */
  readonly identifiers: string[];
}

/** The names of functions and variables in an expression. Operators such as `_+_` are no names. */
export function namesIn(expr: Expr): Names {
  const names: Names = { functions: [], identifiers: [] };
  visit(expr, ({ exprKind }) => {
    if (exprKind.case === 'identExpr') names.identifiers.push(exprKind.value.name);
    if (exprKind.case !== 'callExpr' || !/^[A-Za-z]/.test(exprKind.value.function)) return;
    const { function: name, target } = exprKind.value;
    const owner = target?.exprKind.case === 'identExpr' ? [`${target.exprKind.value.name}.${name}`] : [];
    names.functions.push([name, ...owner]);
  });
  return names;
}

/** The chains of fields that an expression reads from a variable: `a` and `b` for `self.a.b`. None when a loop has a variable of the name. */
export function fieldPathsOf(expr: Expr, variable: string): readonly (readonly string[])[] {
  const paths: (readonly string[])[] = [];
  let isRebound = false;
  visit(expr, (inner) => {
    const { exprKind } = inner;
    if (exprKind.case === 'comprehensionExpr')
      isRebound ||= [exprKind.value.iterVar, exprKind.value.iterVar2, exprKind.value.accuVar].includes(variable);
    const path = exprKind.case === 'selectExpr' ? fieldPath(inner, variable) : undefined;
    if (path !== undefined) paths.push(path);
  });
  return isRebound ? [] : paths;
}

/**
 * The variables that an expression reads: names that no loop declares. Left out are names before a call, such as `sets` in
 * `sets.contains(…)`, which may be those of a library.
 */
export function variablesOf(expr: Expr): readonly string[] {
  const [read, declared, callers] = [new Set<string>(), new Set<string>(), new Set<Expr>()];
  visit(expr, (inner) => {
    const { exprKind } = inner;
    if (exprKind.case === 'comprehensionExpr')
      for (const name of [exprKind.value.iterVar, exprKind.value.iterVar2, exprKind.value.accuVar]) declared.add(name);
    if (exprKind.case === 'callExpr' && exprKind.value.target !== undefined) callers.add(exprKind.value.target);
  });
  visit(expr, (inner) => {
    if (inner.exprKind.case === 'identExpr' && !callers.has(inner)) read.add(inner.exprKind.value.name);
  });
  return [...read].filter((name) => !declared.has(name));
}

/** The type of the result of an expression: `other` is neither; undefined for a result that depends on the values. */
export function resultOf({ exprKind }: Expr): 'bool' | 'string' | 'other' | undefined {
  if (exprKind.case === 'listExpr' || exprKind.case === 'structExpr') return 'other';
  if (exprKind.case === 'constExpr') return CONSTANTS[exprKind.value.constantKind.case ?? ''] ?? 'other';
  if (exprKind.case !== 'callExpr') return undefined;
  const { function: name, args } = exprKind.value;
  if (name === '_?_:_') return args[1] && resultOf(args[1]);
  if (name === '_+_') return args.map(resultOf).find((result) => result !== undefined);
  return Object.hasOwn(RESULTS, name) ? RESULTS[name] : undefined;
}

const CONSTANTS: Readonly<Record<string, 'bool' | 'string'>> = { boolValue: 'bool', stringValue: 'string' };

/** Results of functions that do not depend on their arguments. Source: the specification of CEL, list of standard definitions. */
const RESULTS: Readonly<Record<string, 'bool' | 'string' | 'other'>> = {
  '_==_': 'bool',
  '_!=_': 'bool',
  '_<_': 'bool',
  '_<=_': 'bool',
  '_>_': 'bool',
  '_>=_': 'bool',
  '_&&_': 'bool',
  '_||_': 'bool',
  '!_': 'bool',
  '@in': 'bool',
  '_-_': 'other',
  '_*_': 'other',
  '_/_': 'other',
  '_%_': 'other',
  size: 'other',
  int: 'other',
  double: 'other',
  string: 'string',
};

function fieldPath(expr: Expr, variable: string): readonly string[] | undefined {
  const { exprKind } = expr;
  if (exprKind.case === 'identExpr') return exprKind.value.name === variable ? [] : undefined;
  if (exprKind.case !== 'selectExpr' || exprKind.value.operand === undefined) return undefined;
  const before = fieldPath(exprKind.value.operand, variable);
  return before && [...before, exprKind.value.field];
}

/** Makes each loop of an expression call `TICK` for each item. */
export function limitFolds(expr: Expr): void {
  visit(expr, ({ exprKind, id }) => {
    if (exprKind.case !== 'comprehensionExpr' || exprKind.value.loopCondition === undefined) return;
    const call = (name: string, args: Expr[]): Expr => ({
      $typeName: 'cel.expr.Expr',
      id,
      exprKind: { case: 'callExpr', value: { $typeName: 'cel.expr.Expr.Call', function: name, args } },
    });
    exprKind.value.loopCondition = call('_&&_', [call(TICK, []), exprKind.value.loopCondition]);
  });
}

function visit(node: unknown, look: (expr: Expr) => void): void {
  if (Array.isArray(node)) {
    for (const item of node) visit(item, look);
    return;
  }
  if (typeof node !== 'object' || node === null || ArrayBuffer.isView(node)) return;
  for (const inner of Object.values(node)) visit(inner, look);
  if ('exprKind' in node) look(node as Expr);
}
