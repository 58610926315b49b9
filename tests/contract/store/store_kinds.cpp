#include "contract/store/store_kinds.hpp"

namespace vidimus::store::contract {

std::vector<StoreKind> allStoreKinds()
{
    // The space and the letters: paths of people's home folders have them.
    return {{"Sqlite", [](const tests::TemporaryFolder& folder) {
                 return "sqlite://" + (folder / "new folder" / "案件.db").string();
             }}};
}

} // namespace vidimus::store::contract
