/**
 * Source: what every reader of other people's files needs. Files read with a reason when they can't be, JSON with the
 * place where it breaks, limits, plain objects. Knows problems and nothing else of ours.
 */
export { CachedFiles, type StringCache } from './cached-files';
export { decodeText } from './decode-text';
export { piecesOf, type ReadOptions } from './descriptor';
export * from './files';
export { fingerprintOf, fingerprintOfRooms } from './fingerprint';
export { foreignKind } from './foreign-kind';
export * from './limits';
export { isNestedTooDeep } from './nesting';
export { systemErrorCode, systemErrorText, writable } from './output-error';
export * from './package-data';
export { parseJson } from './parse-json';
export * from './plain-object';
export { printable, printableJson, printableLines, withoutCommands } from './printable';
export { realPathInside, realPathOf } from './real-path';
export { requireText } from './require-text';
export { writeTextFile } from './write-file';
export { type WrittenFile, type WrittenFolder, writeFolders } from './write-folders';
export { CLOUDFORMATION_SCHEMA, SHORT_TAGS } from './yaml/cloudformation-schema';
export { type Path, positionOf } from './yaml/events';
export { KUBECTL_SCHEMA } from './yaml/kubectl-schema';
export { Lines } from './yaml/lines';
export { parseConfig } from './yaml/parse-config';
export { type ParsedDocument, parseYaml, type YamlDialect } from './yaml/parse-yaml';
