import { type CollectionTag, isMap, isSeq, Pair, Scalar, type ScalarTag, type Tags, YAMLMap } from 'yaml';

/** Functions that YAML templates may write as `!Name`. Source: AWS CloudFormation user guide, intrinsic function reference. */
const FUNCTIONS = [
  'And',
  'Base64',
  'Cidr',
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
  'Select',
  'Split',
  'Sub',
  'ToJsonString',
  'Transform',
] as const;

/** The long form that a short tag stands for. Two have no `Fn::`. */
const LONG_FORMS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(FUNCTIONS.map((name) => [`!${name}`, `Fn::${name}`])),
  '!Ref': 'Ref',
  '!Condition': 'Condition',
};

export const SHORT_TAGS: readonly string[] = Object.keys(LONG_FORMS);

/** Reads `!Ref Name` as `{ Ref: Name }`, `!Join [...]` as `{ Fn::Join: [...] }` and so on, as CloudFormation does. */
export const shortTags: Tags = Object.entries(LONG_FORMS).flatMap(([tag, name]) => [
  scalarTag(tag, name),
  collectionTag(tag, name, 'seq'),
  collectionTag(tag, name, 'map'),
]);

function scalarTag(tag: string, name: string): ScalarTag {
  return { tag, resolve: (text) => ({ [name]: name === 'Fn::GetAtt' ? attributeParts(text) : text }) };
}

/** `!GetAtt Database.Endpoint.Address` names the resource up to the first dot. */
function attributeParts(text: string): readonly string[] {
  const dot = text.indexOf('.');
  return dot < 0 ? [text] : [text.slice(0, dot), text.slice(dot + 1)];
}

function collectionTag(tag: string, name: string, collection: 'seq' | 'map'): CollectionTag {
  return {
    tag,
    collection,
    identify: () => false,
    resolve: (value) => {
      const node = new YAMLMap();
      // The tag is spent; left on the inner node it would be read once more.
      if (isSeq(value) || isMap(value)) value.tag = undefined;
      node.items.push(new Pair(new Scalar(name), value));
      return node;
    },
  };
}
