import {
  CORE_SCHEMA,
  defineMappingTag,
  defineScalarTag,
  defineSequenceTag,
  mapTag,
  type Schema,
  seqTag,
  type TagDefinition,
} from 'js-yaml';

/**
 * Functions that YAML templates may write as `!Name`. Source: AWS CloudFormation template reference, intrinsic functions, and
 * "Rule-specific intrinsic functions" of the Rules section.
 */
const FUNCTIONS = [
  'And',
  'Base64',
  'Cidr',
  'Contains',
  'EachMemberEquals',
  'EachMemberIn',
  'Equals',
  'FindInMap',
  'GetAZs',
  'GetAtt',
  'If',
  'ImportValue',
  'Join',
  'Length',
  'Not',
  'Or',
  'RefAll',
  'Select',
  'Split',
  'Sub',
  'ToJsonString',
  'Transform',
  'ValueOf',
  'ValueOfAll',
] as const;

/** The long form of each short tag. Two have no `Fn::`. */
const LONG_FORMS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(FUNCTIONS.map((name) => [`!${name}`, `Fn::${name}`])),
  '!Ref': 'Ref',
  '!Condition': 'Condition',
};

/** Every short tag of CloudFormation: `!Ref`, `!GetAtt`. */
export const SHORT_TAGS: readonly string[] = Object.keys(LONG_FORMS);

const isWritten = () => false;

function tagsOf([tag, name]: readonly [tag: string, name: string]): readonly TagDefinition[] {
  const longForm = (value: unknown) => ({ [name]: value });
  return [
    defineScalarTag(tag, { resolve: (text) => longForm(name === 'Fn::GetAtt' ? attributeParts(text) : text), identify: isWritten }),
    defineSequenceTag(tag, { create: seqTag.create, addItem: seqTag.addItem, finalize: longForm, identify: isWritten }),
    defineMappingTag(tag, {
      create: mapTag.create,
      addPair: mapTag.addPair,
      has: mapTag.has,
      keys: (value: Readonly<Record<string, unknown>>) => Object.keys(value),
      get: (value, key) => value[String(key)],
      finalize: longForm,
      identify: isWritten,
    }),
  ];
}

/** `!GetAtt Database.Endpoint.Address` names the resource up to the first dot. */
function attributeParts(text: string): readonly string[] {
  const dot = text.indexOf('.');
  return dot < 0 ? [text] : [text.slice(0, dot), text.slice(dot + 1)];
}

/** Reads `!Ref Name` as `{ Ref: Name }`, `!Join [...]` as `{ Fn::Join: [...] }` and so on, as CloudFormation does. */
export const CLOUDFORMATION_SCHEMA: Schema = CORE_SCHEMA.withTags(...Object.entries(LONG_FORMS).map(tagsOf));
