/** The filters' form: controls beside the list belong to it by this id. */
export const FORM = 'lab-filters'

/** The filters' column, which a phone folds away until it is asked for. */
export const FACETS = 'lab-facets'
