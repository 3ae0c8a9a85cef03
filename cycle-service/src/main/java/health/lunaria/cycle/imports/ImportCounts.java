package health.lunaria.cycle.imports;

/**
 * What became of imported fields.
 *
 * @param added fields that were set or grew
 * @param alreadyThere fields that say the same already
 * @param kept fields in which something else was logged, that stayed
 */
record ImportCounts(int added, int alreadyThere, int kept) {

    static final ImportCounts NONE = new ImportCounts(0, 0, 0);

    ImportCounts plus(ImportCounts more) {
        return new ImportCounts(added + more.added, alreadyThere + more.alreadyThere, kept + more.kept);
    }
}
