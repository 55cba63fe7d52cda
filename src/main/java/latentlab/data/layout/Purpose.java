package latentlab.data.layout;

/** What a part of a dataset is for. */
enum Purpose {
    TRAIN,
    VALIDATION,
    TEST,
    /** Test images where there are no others, otherwise for validation: both are called so. */
    EVALUATION
}
