/** The name of a publication in addresses: lower case, digits and single hyphens; given once and for ever. */
export const SLUG = /^(?=.{3,60}$)[a-z0-9]+(-[a-z0-9]+)*$/;
