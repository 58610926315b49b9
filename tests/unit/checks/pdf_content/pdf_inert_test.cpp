#include "pdf_inert.hpp"
#include "support/pdf/case_facts.hpp"
#include "support/pdf/sample_pdf.hpp"

#include <gtest/gtest.h>

namespace vidimus::pdf_content {
namespace {

using support::FakeCase;
using support::told;
using Answers = std::vector<std::string>;

Answers answersTo(const std::string& pageEntries, const std::string& catalogEntries,
    const std::function<void(test::RawPdf&)>& more = {})
{
    auto pdf = test::onePage("", "", pageEntries, catalogEntries);
    if (more)
        more(pdf);
    pdf.write();
    FakeCase evidence;
    evidence.documents.push_back({});
    evidence.facts[0] = test::caseFactsOf(pdf.bytes());
    return told(inert(evidence.whole()));
}

TEST(PdfInert, PassesForAPageThatDoesNothing)
{
    EXPECT_EQ(answersTo("", "/OpenAction [3 0 R /Fit]"), Answers{"passed"});
}

TEST(PdfInert, FindsScriptsWhereverTheyHang)
{
    const Answers script{"failed:javascript"};
    EXPECT_EQ(answersTo("", "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>"), script);
    EXPECT_EQ(answersTo("", "/Names << /JavaScript << /Names [(a) << /S /JavaScript /JS (1) >>] >> >>"), script);
    EXPECT_EQ(answersTo("/AA << /O << /S /JavaScript /JS (1) >> >>", ""), script);
    EXPECT_EQ(
        answersTo("/Annots [<< /Subtype /Link /A << /S /GoTo /Next << /S /JavaScript /JS (1) >> >> >>]", ""), script);
    EXPECT_EQ(answersTo("", "/AcroForm << /Fields [<< /T (a) /FT /Tx /AA << /C << /S /JavaScript /JS (1) >> >> >>] >>"),
        script);
    EXPECT_EQ(answersTo("", "/AcroForm << /XFA 9 0 R >>",
                  [](test::RawPdf& pdf) { pdf.setStream(9, "", "<template><script>1</script></template>"); }),
        script);
}

TEST(PdfInert, FindsActionsThatStartOrSend)
{
    const Answers launch{"failed:launch-action"};
    EXPECT_EQ(answersTo("", "/OpenAction << /S /Launch /F (program.exe) >>"), launch);
    EXPECT_EQ(answersTo("/Annots [<< /Subtype /Link /A << /S /SubmitForm /F (https://example.org) >> >>]", ""), launch);
    EXPECT_EQ(answersTo("/Annots [<< /Subtype /RichMedia >>]", ""), launch);
}

TEST(PdfInert, FindsFilesInside)
{
    const Answers inside{"failed:embedded-file"};
    EXPECT_EQ(answersTo("", "/Names << /EmbeddedFiles << /Kids [<< /Names [(a) << /F (a.txt) >>] >>] >> >>"), inside);
    EXPECT_EQ(answersTo("/Annots [<< /Subtype /FileAttachment /FS << /F (a.txt) >> >>]", ""), inside);
}

TEST(PdfInert, MindsAddressesOnlyWhereNobodyIsAsked)
{
    EXPECT_EQ(
        answersTo("/Annots [<< /Subtype /Link /A << /S /URI /URI (https://example.org) >> >>]", ""), Answers{"passed"});
    EXPECT_EQ(
        answersTo("", "/OpenAction << /S /URI /URI (https://example.org) >>"), Answers{"failed:external-reference"});
    EXPECT_EQ(answersTo("/AA << /O << /S /GoToR /F (other.pdf) >> >>", ""), Answers{"failed:external-reference"});
}

TEST(PdfInert, EndsOnActionsThatLeadToThemselves)
{
    EXPECT_EQ(answersTo("", "/OpenAction 9 0 R",
                  [](test::RawPdf& pdf) {
                      pdf.set(9, "<< /S /GoTo /Next [9 0 R 10 0 R] >>");
                      pdf.set(10, "<< /S /JavaScript /JS (1) /Next 9 0 R >>");
                  }),
        Answers{"failed:javascript"});
}

TEST(PdfInert, DoesNotApplyWithoutAPdf)
{
    FakeCase evidence;
    evidence.facts[0] = {};
    EXPECT_EQ(told(inert(evidence.whole())), Answers{"not-applicable:no-pdf"});
}

} // namespace
} // namespace vidimus::pdf_content
