/** Name of the list of failed messages. The list of waiting messages has the name of the queue. */
export function failedQueueName(id: string): string {
  return `${id}-failed`;
}
