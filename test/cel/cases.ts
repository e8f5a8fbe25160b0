/** CEL rules with an object, its schema, and the result of the API server. */
interface Case {
  readonly title: string;
  /** Schemas of the fields. */
  readonly properties: string;
  readonly object: string;
  /** Rules that hold. */
  readonly valid: readonly string[];
  /** Rules whose evaluation fails, with the message. */
  readonly errors?: Readonly<Record<string, string>>;
  /** Rules that the API server evaluates and lint does not, with the reason. */
  readonly unevaluated?: Readonly<Record<string, string>>;
}

/**
 * Rules, objects and results of the API server's own test: apiextensions-apiserver, commit 1aa2717,
 * pkg/apiserver/schema/cel/validation_test.go, TestValidationExpressions and TestQuantity of apiserver, pkg/cel/library. The messages of
 * errors are those of the library.
 */
export const CASES: readonly Case[] = [
  {
    title: 'numbers',
    properties: '{ int: { type: integer }, number: { type: number }, whole: { type: number } }',
    object: '{ int: 10, number: 10.5, whole: 10 }',
    valid: [
      'type(self.int) == int',
      'type(self.number) == double',
      'type(self.whole) == double',
      'self.whole == 10.0',
      'double(self.int) == self.whole',
      'self.int < self.number',
      'int(self.number) == self.int',
      'string(self.int) == "10"',
    ],
    errors: { '1 / 0 == 1 / 0': 'int divide by zero', '9223372036854775807 + self.int == 0': 'int overflow during _+_' },
  },
  // Objects of istio/istio, pkg/config/validation/testdata/crds, and the errors that its API server must report.
  {
    title: 'conversions of strings',
    properties: '{ port: { type: string }, timeout: { type: string }, time: { type: string }, uri: { type: string } }',
    object: String.raw`{ port: acd, timeout: apple, time: 2020-13-01, uri: 'hTPp\\blah' }`,
    valid: ["int('007') == 7", "duration('1h30m') > duration('1ms')"],
    errors: {
      '[self.port].all(key, 0 < int(key) && int(key) <= 65535)': 'no whole number: acd',
      "duration(self.timeout) >= duration('1ms')": 'no duration',
      "timestamp(self.time) > timestamp('2020-01-01T00:00:00Z')": 'no time',
      "url(self.uri).getScheme() in ['http', 'https']": String.raw`no URL: hTPp\\blah`,
    },
  },
  {
    title: 'strings',
    properties: '{ val1: { type: string } }',
    object: 'val1: Rook takes 👑',
    valid: [
      "self.val1.startsWith('Rook')",
      "self.val1.matches('^[^0-9]*$')",
      'size(self.val1) == 12',
      "self.val1.charAt(3) == 'k'",
      "self.val1.indexOf('o', 2) == 2",
      "self.val1.replace(' ', 'x', 1) == 'Rookxtakes 👑'",
      "self.val1.split(' ') == ['Rook', 'takes', '👑']",
      "self.val1.substring(4, 10).trim() == 'takes'",
      "self.val1.upperAscii() == 'ROOK TAKES 👑'",
      "'%d %s'.format([1, 'abc']) == '1 abc'",
      "['a', 'b', 'c'].join('-') == 'a-b-c'",
    ],
    unevaluated: { "self.val1.matches(')')": 'not evaluated: error parsing regexp' },
  },
  {
    title: 'formats',
    properties:
      '{ duration: { type: string, format: duration }, micro: { type: string, format: duration }, date: { type: string, format: date }, time: { type: string, format: date-time }, byte: { type: string, format: byte } }',
    object: '{ duration: 1h2m3s4ms, micro: 1.5μs, date: "1997-07-16", time: "2011-08-18T19:03:37.010000000+01:00", byte: QUI= }',
    valid: [
      "self.duration == duration('1h2m') + duration('3s4ms')",
      'self.duration.getMinutes() == 62',
      // Both characters that Go's time.ParseDuration reads: the Greek letter and the micro sign.
      "self.micro == duration('1.5\u03BCs') && self.micro == duration('1.5\u00B5s')",
      'type(self.duration) == google.protobuf.Duration',
      'self.date.getFullYear() == 1997',
      "self.date == timestamp('1997-07-16T00:00:00.000Z')",
      "self.time == timestamp('2011-08-18T19:03:37.010+01:00')",
      "self.byte == b'AB'",
      'size(self.byte) == 2',
    ],
  },
  {
    title: 'lists',
    properties: '{ val1: { type: array, items: { type: integer } } }',
    object: 'val1: [1, 2, 3]',
    valid: [
      '1 in self.val1',
      '!(0 in self.val1)',
      'self.val1 + [4, 5] == [1, 2, 3, 4, 5]',
      'self.val1.all(e, e > 0)',
      'self.val1.exists_one(e, e > 2)',
      'size(self.val1.filter(e, e % 2 == 0)) == 1',
      'self.val1.map(e, e * 20).exists(e, e == 60)',
    ],
    errors: { 'self.val1[100] == 0': 'index 100 out of bounds [0, -1)' },
    unevaluated: {
      'self.val1.all(i, e, e > 0)': 'with the functions all',
      'lists.range(4) == [0,1,2,3]': 'with the functions range',
    },
  },
  {
    title: 'lists of the types set and map, which have no order',
    properties: '{ set: { type: array, x-kubernetes-list-type: set, items: { type: string } } }',
    object: 'set: [a, b, c]',
    valid: ["'a' in self.set", "self.set.exists(e, e == 'b')", "sets.contains(self.set, ['c', 'a'])", "self.set.join('-') == 'a-b-c'"],
    unevaluated: {
      "self.set == ['c', 'b', 'a']": 'not evaluated: found no matching overload for a list of type set or map',
      "self.set + ['c', 'd'] == ['a', 'b', 'c', 'd']": 'not evaluated: found no matching overload for a list of type set or map',
    },
  },
  {
    title: 'objects: null and missing fields',
    properties:
      '{ a: { type: object, properties: { b: { type: integer }, c: { type: integer }, d: { type: integer, nullable: true } } }, a1: { type: object, properties: { b1: { type: object, properties: { c1: { type: integer } } }, d2: { type: object, properties: { e2: { type: integer } } } } } }',
    object: '{ a: { b: 1, d: null }, a1: { b1: { c1: 4 } } }',
    valid: ['has(self.a.b)', '!has(self.a.c)', '!has(self.a.d)', 'has(self.a1.b1.c1)', '!(has(self.a1.d2) && has(self.a1.d2.e2))'],
    errors: { 'has(self.a1.d2.e2)': 'field not found: d2', 'self.a.c == 1': 'field not found: c' },
  },
  {
    title: 'nulls and defaults',
    properties:
      '{ unsetPlainStr: { type: string }, unsetDefaultedStr: { type: string, default: default value }, nullDefaultedStr: { type: string, default: v }, setToNullNullableStr: { type: string, nullable: true }, m: { type: object, additionalProperties: { type: string, nullable: true } }, l: { type: array, items: { type: string, nullable: true } } }',
    object: '{ nullDefaultedStr: null, setToNullNullableStr: null, m: { a: null, b: b }, l: [null, b] }',
    valid: [
      '!has(self.unsetPlainStr)',
      "has(self.unsetDefaultedStr) && self.unsetDefaultedStr == 'default value'",
      "self.nullDefaultedStr == 'v'",
      '!has(self.setToNullNullableStr)',
      'self.m.size() == 2',
      "type(self.m['a']) == null_type",
      'self.l.size() == 2',
      'type(self.l[0]) == null_type',
    ],
  },
  {
    title: 'maps',
    properties: '{ val: { type: object, additionalProperties: { type: integer } } }',
    object: 'val: { b: 1, d: 2, "@": 3, ./-: 4 }',
    valid: [
      "!('a' in self.val)",
      "'b' in self.val",
      '!has(self.val.a)',
      'has(self.val.b)',
      'self.val.all(k, self.val[k] > 0)',
      'self.val.exists_one(k, self.val[k] == 2)',
      "self.val['@'] == 3",
      "self.val['./-'] == 4",
      'size(self.val) == 4',
    ],
    errors: { "self.val['c'] == 1": 'field not found: c' },
  },
  {
    title: 'lists of the type map',
    properties:
      '{ listMap: { type: array, x-kubernetes-list-type: map, x-kubernetes-list-map-keys: [k], items: { type: object, properties: { k: { type: string }, v: { type: string }, v2: { type: string } } } } }',
    object: 'listMap: [{ k: a1, v: b1 }, { k: a2, v: b2 }, { k: a3, v: b3, v2: z }]',
    valid: [
      "self.listMap.all(m, m.k.startsWith('a'))",
      "self.listMap.exists_one(m, m.k == 'a3')",
      "self.listMap.map(m, m.v).exists(v, v == 'b1')",
      "self.listMap.exists(m, m.v2 == 'z')",
      "self.listMap.map(m, has(m.v2) && m.v2 == 'z', m.v2).size() == 1",
    ],
    errors: { "self.listMap.all(m, m.v2 == 'z')": 'field not found: v2', 'self.listMap.map(m, m.v2).size() == 1': 'field not found: v2' },
  },
  {
    title: 'whole numbers or strings',
    properties: '{ text: { x-kubernetes-int-or-string: true }, number: { x-kubernetes-int-or-string: true } }',
    object: '{ text: 25%, number: 1 }',
    valid: [
      "self.text == '25%'",
      'self.text != 1',
      "type(self.text) == string && self.text.matches(r'(\\d+(\\.\\d+)?%)')",
      'type(self.number) == int && self.number == 1',
      "self.number != 'some string'",
    ],
  },
  {
    title: 'names of fields',
    properties:
      '{ namespace: { type: integer }, if: { type: integer }, int: { type: integer }, self: { type: integer }, dot.dot: { type: integer }, dash-dash: { type: integer }, slash/slash: { type: integer }, double__underscores: { type: integer }, _true: { type: integer } }',
    object:
      '{ namespace: 17, if: 12, int: 101, self: 201, dot.dot: 401, dash-dash: 402, slash/slash: 403, double__underscores: 405, _true: 301 }',
    valid: [
      'self.__namespace__ == 17',
      'self.__if__ == 12',
      'self.int == 101',
      'self.self == 201',
      'self.dot__dot__dot == 401',
      'self.dash__dash__dash == 402',
      'self.slash__slash__slash == 403',
      'self.double__underscores__underscores == 405',
      'self._true == 301',
    ],
  },
  {
    title: 'embedded resources',
    properties: '{ embedded: { type: object, x-kubernetes-embedded-resource: true } }',
    object: 'embedded: { apiVersion: v1, kind: Pod, metadata: { name: foo, namespace: xyz } }',
    valid: ["self.embedded.kind == 'Pod'", "self.embedded.apiVersion == 'v1'", "self.embedded.metadata.name == 'foo'"],
  },
  {
    title: 'functions of lists',
    properties:
      '{ ints: { type: array, items: { type: integer } }, doubles: { type: array, items: { type: number } }, strings: { type: array, items: { type: string } }, empty: { type: array, items: { type: integer } } }',
    object: '{ ints: [1, 2, 2, 3], doubles: [1, 2, 2, 3], strings: [a, b, b, c], empty: [] }',
    valid: [
      'self.ints.sum() == 8',
      'self.ints.min() == 1',
      'self.ints.max() == 3',
      'self.empty.sum() == 0',
      'self.ints.isSorted()',
      '[2, 1].isSorted() == false',
      'self.ints.indexOf(2) == 1',
      'self.ints.lastIndexOf(2) == 2',
      'self.ints.indexOf(10) == -1',
      'self.doubles.sum() == 8.0',
      "self.strings.max() == 'c'",
      "self.strings.lastIndexOf('b') == 2",
    ],
    unevaluated: { 'self.empty.min() == 1': 'not evaluated: min or max called on empty list' },
  },
  {
    title: 'regular expressions',
    properties: '{ str: { type: string } }',
    object: 'str: this is a 123 string 456',
    valid: [
      "self.str.find('[0-9]+') == '123'",
      "self.str.find('xyz') == ''",
      "self.str.findAll('[0-9]+') == ['123', '456']",
      "self.str.findAll('[0-9]+', 0) == []",
      "self.str.findAll('[0-9]+', 1) == ['123']",
      "self.str.findAll('[0-9]+', -1) == ['123', '456']",
      "self.str.findAll('xyz') == []",
    ],
  },
  {
    title: 'URLs',
    properties: '{ url: { type: string } }',
    object: 'url: https://kubernetes.io:80/docs/home?k1=a&k2=b&k2=c',
    valid: [
      "url(self.url).getScheme() == 'https'",
      "url(self.url).getHost() == 'kubernetes.io:80'",
      "url(self.url).getHostname() == 'kubernetes.io'",
      "url(self.url).getPort() == '80'",
      'isURL(self.url)',
      "isURL('/path')",
      "!isURL('a')",
    ],
    unevaluated: {
      "isURL('https://a:b:c/')": 'not evaluated: found no matching overload for a URL',
      "url(self.url).getEscapedPath() == '/docs/home'": 'with the functions getEscapedPath',
    },
  },
  {
    title: 'quantities',
    properties: '{ size: { type: string } }',
    object: 'size: 20M',
    valid: [
      'isQuantity(self.size)',
      'isQuantity("20Mi")',
      '!isQuantity("20Mu")',
      'quantity(self.size) == quantity("20M")',
      'quantity("200M").compareTo(quantity("0.2G")) == 0',
      'quantity("50M").isLessThan(quantity("50Mi"))',
      'quantity("50Mi").isGreaterThan(quantity("50M"))',
      'quantity("50k").add(quantity("20k")) == quantity("70k")',
      'quantity("50k").sub(quantity("60k")).sign() == -1',
      'sign(quantity(self.size)) == 1',
      'quantity("50k").asInteger() == 50000',
      '!quantity("500m").isInteger()',
      'quantity("50k").asApproximateFloat() == 50000.0',
    ],
  },
  {
    title: 'addresses',
    properties: '{ ip: { type: string } }',
    object: 'ip: 192.168.0.1',
    valid: [
      'isIP(self.ip)',
      'ip(self.ip).family() == 4',
      "ip('2001:db8::abcd').family() == 6",
      "!isIP('192.168.0.1.0')",
      "isCIDR('192.168.0.0/24')",
      "!isCIDR('192.168.0.0/')",
      "cidr('192.168.0.0/24').ip().family() == 4",
    ],
    unevaluated: { "cidr('192.168.0.0/24').containsIP(self.ip)": 'with the functions containsIP' },
  },
  {
    title: 'optional values, which lint does not know',
    properties: '{ m: { type: object, additionalProperties: { type: string } } }',
    object: 'm: { k: v }',
    valid: ["self.m.k == 'v'"],
    unevaluated: { "self.m.?k.orValue('') == 'v'": 'in a syntax that lint does not know' },
  },
];
