/** Every table that TypeORM maps. */
export const entities: (new () => object)[] = [];
