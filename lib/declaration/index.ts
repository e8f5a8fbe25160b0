/**
 * Declaration: what a template or manifest tells the estimate and no resource states, in one form that is written here and
 * checked here when it is read. Knows units and problems.
 */
export { type Declarable, type DeclarableComponent, type Declaration, declarationOf } from './declaration';
export { DECLARATION_FILE, DECLARATION_KEY } from './key';
export {
  type DeclaredUse,
  declaredUse,
  type ExternalDeclaration,
  inheritedProperties,
  parseDeclaration,
  type UsageDeclaration,
} from './schema';
export { type DeclarableStacks, declarationOfCopies, declarationOfStack, declarationsOf, hasCopies, isCopy } from './stacks';
export { USAGE_KEYS, USAGE_UNITS, type UsageKey, type UsageQuantity } from './usage';
