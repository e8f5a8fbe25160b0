/**
 * Declaration: what a blueprint says to the bill beside its resources, in the one form that templates and manifests
 * carry. Knows units and the blueprint's types.
 */
export { type Declaration, declarationOf } from './declaration';
export { declarationOfCopies, declarationOfStack, declarationsOf, hasCopies, isCopy } from './stacks';
