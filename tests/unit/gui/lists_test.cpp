#include "gui/views/case_rows.hpp"
#include "gui/views/claim_fields.hpp"
#include "gui/views/file_listing.hpp"
#include "gui/views/jobs_view.hpp"
#include "gui/views/sign_in_view.hpp"

#include <gmock/gmock.h>

using namespace vidimus;
using namespace vidimus::gui;

namespace {

std::vector<store::CaseSummary> cases()
{
    store::CaseSummary a, b, c;
    a.subject = "Wong 黃志強";
    a.adverse = 1;
    b.subject = "Lam Siu Ming";
    b.state = CaseState::Concluded;
    c.subject = "Chan Wong";
    c.cautions = 4;
    return {a, b, c};
}

} // namespace

TEST(CaseRows, AllWordsMustOccurInAnyCase)
{
    EXPECT_THAT(filterCases(cases(), {.words = "wong", .state = {}}), testing::ElementsAre(0, 2));
    EXPECT_THAT(filterCases(cases(), {.words = "WONG chan", .state = {}}), testing::ElementsAre(2));
    EXPECT_THAT(filterCases(cases(), {.words = "黃志", .state = {}}), testing::ElementsAre(0));
    EXPECT_THAT(filterCases(cases(), {.words = "", .state = CaseState::Concluded}), testing::ElementsAre(1));
}

TEST(CaseRows, AdverseFindingsOutweighCautions)
{
    std::vector<std::size_t> rows{0, 1, 2};
    sortCases(rows, cases(), CaseColumn::Findings, false);
    EXPECT_THAT(rows, testing::ElementsAre(0, 2, 1));
}

TEST(FileListing, NumbersSortByValue)
{
    EXPECT_TRUE(naturallyBefore("page 2.png", "page 10.png"));
    EXPECT_FALSE(naturallyBefore("page 10.png", "page 2.png"));
    EXPECT_TRUE(naturallyBefore("a.png", "B.png"));
    EXPECT_FALSE(naturallyBefore("a.png", "a.png"));
}

TEST(FileListing, KnowsReadableTypesByTheirEndings)
{
    EXPECT_TRUE(looksReadable("Scan.TIFF"));
    EXPECT_TRUE(looksReadable("a.b.pdf"));
    EXPECT_FALSE(looksReadable("pdf"));
    EXPECT_FALSE(looksReadable("notes.txt"));
}

TEST(FileListing, SizesAreShort)
{
    EXPECT_EQ(sizeText(812), "812 B");
    EXPECT_EQ(sizeText(3400000), "3.4 MB");
}

TEST(FileListing, AFolderThatCannotBeListedSaysWhy)
{
    EXPECT_FALSE(listFolder("/no/such/folder", false).trouble.empty());
    EXPECT_TRUE(std::filesystem::is_directory(existingFolder("/usr/no/such")));
}

TEST(Terms, TheFormAndTheTermsAreTheSame)
{
    CaseTerms terms;
    terms.subject = "陳𠮷田";
    terms.asOf = *Date::parse("2026-03-01");
    terms.claims = {{"holder.name.han", "𠮷田"}};
    const TermsForm form = formOf(terms);
    EXPECT_EQ(form.claims[0].value, "U+20BB7田");
    EXPECT_EQ(termsTrouble(form), "");
    const CaseTerms back = termsOf(form);
    EXPECT_EQ(back.subject, terms.subject);
    EXPECT_EQ(back.asOf.iso(), "2026-03-01");
    EXPECT_EQ(back.claims[0].value, "𠮷田") << "a rare character is kept whole";
}

TEST(Terms, TheDecidingDateMustBeADay)
{
    TermsForm form;
    for (const char* wrong : {"", "2026", "2026-02", "2026-02-30", "22 Nov"}) {
        form.asOf = wrong;
        EXPECT_NE(termsTrouble(form), "") << wrong;
    }
}

TEST(Jobs, ProgressIsTheMeanOfTheFiles)
{
    app::JobStatus job;
    job.running = true;
    EXPECT_EQ(progressOf(job), 0);
    job.files.resize(2);
    job.files[0].fraction = 1;
    EXPECT_DOUBLE_EQ(progressOf(job), 0.5);
}

TEST(Accounts, TellWhatIsMissing)
{
    AccountForm good{.name = "chan", .displayName = {}, .password = "long enough", .again = "long enough"};
    EXPECT_EQ(accountTrouble(good), "");
    AccountForm bad = good;
    bad.again = "long enougH";
    EXPECT_EQ(accountTrouble(bad), "signin.why-differ");
    EXPECT_EQ(accountsTrouble({good, good}), "signin.why-same");
}
