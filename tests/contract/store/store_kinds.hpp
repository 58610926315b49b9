#pragma once
#include "contract/store/store_fixture.hpp"

/// A test of the contract on every kind of store: STORE_TEST_SUITE(Name) once a file, then STORE_TEST(Name, Sentence).
namespace vidimus::store::contract {

std::vector<StoreKind> allStoreKinds();

} // namespace vidimus::store::contract

#define STORE_TEST_SUITE(Suite)                                                                                        \
    class Suite : public StoreContract { };                                                                            \
    INSTANTIATE_TEST_SUITE_P(EveryStore, Suite, testing::ValuesIn(allStoreKinds()),                                    \
        [](const testing::TestParamInfo<StoreKind>& info) { return std::string(info.param.name); })
