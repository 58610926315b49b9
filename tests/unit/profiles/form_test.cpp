#include "profiles/form.hpp"

#include <gtest/gtest.h>

using namespace vidimus;
using namespace vidimus::profiles;

TEST(Form, OfANumberIsKeptOrBroken)
{
    FieldSpec spec;
    spec.kind = FieldKind::Number;
    EXPECT_FALSE(formVerdict(spec, "M12345")) << "no form is asked for";
    spec.pattern = R"(^M\d{5}$)";
    ASSERT_TRUE(formVerdict(spec, "M12345"));
    EXPECT_EQ(formVerdict(spec, "M12345")->verdict, Validation::Verdict::Holds);
    EXPECT_EQ(formVerdict(spec, "M1234")->verdict, Validation::Verdict::FormatWrong);
    EXPECT_EQ(formVerdict(spec, "M1234")->validator, "pattern");
}

TEST(Form, OfWordsIsNoRuleOfTheIssuers)
{
    FieldSpec spec;
    spec.pattern = "^[^于].*$";
    for (const FieldKind words : {FieldKind::Text, FieldKind::Place}) {
        spec.kind = words;
        EXPECT_FALSE(formVerdict(spec, "于都县人民医院"));
    }
}
