/** The list of work that failed too often, beside the one of work that waits, which is called as the queue is. */
export function failedQueueName(id: string): string {
  return `${id}-failed`;
}
