package health.lunaria.safeguards.testing.rules;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.conditions.ArchConditions.never;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.members;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.persistence.Entity;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.ws.rs.Path;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.stage.Stage;

/** Entities hold sealed bytes: they stay behind the service, and are deleted by bulk statements only. */
public final class EntityRules {

    private static final DescribedPredicate<JavaMethod> SHOWS_AN_ENTITY = DescribedPredicate.describe(
            "showing an entity",
            method -> holdsEntity(method.getReturnType().getAllInvolvedRawTypes())
                    || method.getParameterTypes().stream()
                            .anyMatch(type -> holdsEntity(type.getAllInvolvedRawTypes())));

    private static final DescribedPredicate<JavaField> HOLDS_AN_ENTITY = DescribedPredicate.describe(
            "holding an entity", field -> holdsEntity(field.getType().getAllInvolvedRawTypes()));

    private static final DescribedPredicate<JavaClass> SESSION = assignableTo(Mutiny.Session.class)
            .or(assignableTo(Mutiny.StatelessSession.class))
            .or(assignableTo(Stage.Session.class))
            .or(assignableTo(Stage.StatelessSession.class));
    private static final DescribedPredicate<JavaClass> PANACHE =
            assignableTo(PanacheRepositoryBase.class).or(assignableTo(PanacheEntityBase.class));

    private static final DescribedPredicate<JavaAccess<?>> REMOVES_AN_ENTITY =
            DescribedPredicate.describe("removes an entity", EntityRules::removesAnEntity);

    private static final DescribedPredicate<JavaMember> REMOVES_ORPHANS = DescribedPredicate.describe(
            "removing orphans",
            member -> member.tryGetAnnotationOfType(OneToMany.class)
                            .filter(OneToMany::orphanRemoval)
                            .isPresent()
                    || member.tryGetAnnotationOfType(OneToOne.class)
                            .filter(OneToOne::orphanRemoval)
                            .isPresent());

    private static final String REMOVAL_HANGS =
            "hibernate-reactive #1713: it hangs when two requests delete rows of the same entity; use HQL bulk deletes";

    @ArchTest
    static final ArchRule ENTITIES_ARE_NOT_PUBLIC = classes()
            .that()
            .areAnnotatedWith(Entity.class)
            .should()
            .notBePublic()
            .allowEmptyShould(true)
            .because("an entity is an affair of its own feature");

    @ArchTest
    static final ArchRule RESOURCES_DO_NOT_KNOW_ENTITIES = noClasses()
            .that()
            .areAnnotatedWith(Path.class)
            .should()
            .dependOnClassesThat(annotatedWith(Entity.class))
            .allowEmptyShould(true)
            .because("a resource speaks HTTP; requests and responses are records");

    @ArchTest
    static final ArchRule ENDPOINTS_DO_NOT_SHOW_ENTITIES = methods()
            .that(EndpointRules.ENDPOINT)
            .should(never(be(SHOWS_AN_ENTITY)))
            .allowEmptyShould(true)
            .because("what is stored is sealed, and what is answered is a record made for it");

    @ArchTest
    static final ArchRule RECORDS_DO_NOT_HOLD_ENTITIES = fields().that()
            .areDeclaredInClassesThat(DescribedPredicate.describe("are records", JavaClass::isRecord))
            .should(never(be(HOLDS_AN_ENTITY)))
            .allowEmptyShould(true)
            .because("records travel out of the service's transaction, entities must not");

    @ArchTest
    static final ArchRule ENTITIES_ARE_NOT_REMOVED_ONE_BY_ONE =
            noClasses().should().accessTargetWhere(REMOVES_AN_ENTITY).because(REMOVAL_HANGS);

    @ArchTest
    static final ArchRule ORPHANS_ARE_NOT_REMOVED =
            members().should(never(be(REMOVES_ORPHANS))).because(REMOVAL_HANGS);

    private EntityRules() {}

    private static boolean holdsEntity(Set<JavaClass> types) {
        return types.stream().anyMatch(type -> type.isAnnotatedWith(Entity.class));
    }

    private static boolean removesAnEntity(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        String name = access.getTarget().getName();
        if (SESSION.test(owner)) {
            return Set.of("remove", "removeAll", "delete", "deleteAll", "deleteMultiple")
                    .contains(name);
        }
        return PANACHE.test(owner) && (name.equals("deleteById") || name.equals("delete") && !isBulk(access));
    }

    /** Panache's {@code delete(String, …)} is a bulk statement, its {@code delete(entity)} is not. */
    private static boolean isBulk(JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitAccessTarget target
                && !target.getRawParameterTypes().isEmpty()
                && target.getRawParameterTypes().get(0).isEquivalentTo(String.class);
    }
}
