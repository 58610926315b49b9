#include "gui/views/case_selection.hpp"
#include "gui/views/field_rows.hpp"

#include <gtest/gtest.h>

using namespace vidimus;
using namespace vidimus::gui;

namespace {

Case twoPages()
{
    Case made;
    File file;
    file.pages.resize(2);
    for (Page& page : file.pages) {
        page.width = {100};
        page.height = {150};
    }
    made.files = {file};
    Finding finding;
    finding.id = "f";
    finding.citations
        = {{.document = {}, .file = {0}, .page = {1}, .region = {{1}, {2}, {3}, {4}}, .field = {}, .text = {}},
            {.document = {}, .file = {0}, .page = {0}, .region = {}, .field = {}, .text = {}},
            {.document = {}, .file = {0}, .page = {1}, .region = {{5}, {6}, {7}, {8}}, .field = {}, .text = {}}};
    made.findings = {finding};
    return made;
}

} // namespace

TEST(CaseSelection, AFindingShowsAllItsRegionsOfAPage)
{
    const Case shown = twoPages();
    CaseSelection selection;
    selection.page = {{0}, {1}};
    selectFinding(selection, shown, "f");
    EXPECT_EQ(selection.page.page.value, 1u) << "the page shown is cited, so it stays";
    EXPECT_EQ(selectedRegions(selection, shown, selection.page).size(), 2u);
    EXPECT_EQ(selectedPages(selection, shown).size(), 2u);
    EXPECT_TRUE(selection.reveal);
}

TEST(CaseSelection, ACitationOutsideTheFilesTurnsNoPage)
{
    Case shown = twoPages();
    shown.findings[0].citations = {{.document = {}, .file = {9}, .page = {0}, .region = {}, .field = {}, .text = {}}};
    CaseSelection selection;
    selectFinding(selection, shown, "f");
    EXPECT_EQ(selection.page, PageRef{});
}

TEST(CaseSelection, PagesStopAtTheEnds)
{
    const Case shown = twoPages();
    CaseSelection selection;
    turnPages(selection, shown, 5);
    EXPECT_EQ(selection.page.page.value, 1u);
    turnPages(selection, shown, -9);
    EXPECT_EQ(selection.page.page.value, 0u);
}

TEST(CaseSelection, NeighboursStopAtTheEndsAndBeginAtTheFirst)
{
    const std::vector<std::string> order{"a", "b", "c"};
    EXPECT_EQ(neighbour(order, "", 1), "a");
    EXPECT_EQ(neighbour(order, "b", 1), "c");
    EXPECT_EQ(neighbour(order, "c", 1), "c");
    EXPECT_EQ(neighbour({}, "c", 1), "");
}

TEST(FieldRows, TheLastCorrectionOfAFieldCounts)
{
    Case shown;
    Field field;
    field.id = "document.number";
    shown.corrections = {{.document = {0}, .field = "document.number", .lang = {}, .value = "1", .by = {}, .at = {}},
        {.document = {1}, .field = "document.number", .lang = {}, .value = "other document", .by = {}, .at = {}},
        {.document = {0}, .field = "document.number", .lang = {}, .value = "2", .by = {}, .at = {}}};
    ASSERT_TRUE(correctionOf(shown, {0}, field));
    EXPECT_EQ(correctionOf(shown, {0}, field)->value, "2");
}

TEST(FieldRows, ACropKeepsItsShapeAndStaysOnThePage)
{
    Page page;
    page.width = {100};
    page.height = {50};
    const CropView crop = cropOf(page, {{90}, {10}, {30}, {5}}, 120, 40);
    EXPECT_FLOAT_EQ(crop.uvMax.x, 1);
    EXPECT_LE(crop.size.x, 120.01f);
    EXPECT_NEAR(crop.size.x / crop.size.y, 11.0 / 7.0, 1e-3);
    EXPECT_EQ(cropOf(page, {}, 120, 40).size.x, 0);
}
