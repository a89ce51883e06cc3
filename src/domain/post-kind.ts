/** By itself, so that the pages can name the kinds without the schema of a post. */
export const postKinds = ['post', 'reply', 'comment', 'review', 'article', 'message'] as const
