/**
 * The module that definition files import. It loads nothing else, so that the command starts quickly.
 *
 * @module sizing-blueprints/config
 */
export { type DefinedSystem, defineSystem, type TierId } from '../model/define-system';
export { type DefinedTier, defineTier } from '../model/define-tier';
export type { ComponentInput, OperationInput, OptionsInput, SystemInput, TierInput } from '../model/inputs';
export type { ComponentOverride, SystemDefinition, TierExtension } from '../model/tier-extension';
