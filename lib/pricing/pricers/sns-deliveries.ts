/** Protocols with one price. A delivery to Lambda or SQS has no charge. */
const PRICE_NAMES: Readonly<Record<string, string>> = {
  application: 'mobile push',
  email: 'email',
  'email-json': 'email',
  firehose: 'Firehose',
  http: 'HTTP',
  https: 'HTTP',
};
const FREE: readonly string[] = ['lambda', 'sqs'];

/** The charge of deliveries of a protocol; undefined when they have none. An unlisted protocol, such as SMS, has no price. */
export function deliveryOf(protocol: string) {
  if (FREE.includes(protocol)) return;
  const name = (Object.hasOwn(PRICE_NAMES, protocol) ? PRICE_NAMES[protocol] : undefined) ?? protocol;
  const sku = `sns/deliveries/${name.toLowerCase().replace(' ', '-')}`;
  return { kind: 'topic-deliveries', details: [name], sku } as const;
}
