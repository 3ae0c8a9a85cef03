package health.lunaria.cycle.catalogue;

import health.lunaria.cycle.catalogue.Catalogue.Group;
import java.util.List;
import java.util.Locale;

/** What days can be logged with, in the words of one language. */
record CatalogueResponse(int version, String language, List<Field> fields) {

    /** A field of a day, and the codes that it takes. */
    record Field(String field, List<Code> codes) {

        static Field of(Group group, Locale language) {
            return new Field(
                    group.field(),
                    group.codes().stream()
                            .map(code -> new Code(code, Labels.of(group.field(), code, language)))
                            .toList());
        }
    }

    /** A stable code, and what to call it. */
    record Code(String code, String label) {}

    static CatalogueResponse in(Locale language) {
        return new CatalogueResponse(
                Catalogue.VERSION,
                language.getLanguage(),
                Catalogue.GROUPS.stream()
                        .map(group -> Field.of(group, language))
                        .toList());
    }
}
