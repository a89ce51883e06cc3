/** What a person can say a message is. "Unsure" is what only a machine may say. */
export const sentimentsToChoose = ['negative', 'mixed', 'neutral', 'positive'] as const
