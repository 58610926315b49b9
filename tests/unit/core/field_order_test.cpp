#include "core/field_order.hpp"

#include <gtest/gtest.h>

using namespace vidimus;

TEST(FieldOrder, TheHolderComesBeforeNumbersDatesAndIssuer)
{
    EXPECT_LT(fieldRank("holder.name.han"), fieldRank("holder.birth-date"));
    EXPECT_LT(fieldRank("holder.birth-date"), fieldRank("registration.number"));
    EXPECT_LT(fieldRank("registration.number"), fieldRank("valid.until"));
    EXPECT_LT(fieldRank("valid.until"), fieldRank("issuer.name"));
    EXPECT_LT(fieldRank("mrz.lines"), fieldRank("cn.education")) << "ids of a pack's own come last";
}

TEST(FieldOrder, EntriesOfOneIdKeepTheirOrder)
{
    std::vector<Field> fields(4);
    fields[0].id = "valid.until";
    fields[1].id = "holder.name.han";
    fields[2].id = "xx.own";
    fields[3].id = "holder.name.han";
    EXPECT_EQ(inReadingOrder(fields), (std::vector<std::size_t>{1, 3, 0, 2}));
}
