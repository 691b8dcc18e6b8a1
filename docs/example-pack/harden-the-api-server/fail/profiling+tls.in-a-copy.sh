# A copy in another folder: the kubelet reads the one in manifests.
ssh controlplane
sudo cp /etc/kubernetes/manifests/kube-apiserver.yaml /etc/kubernetes/kube-apiserver.yaml
sudo sed -i 's|^    - kube-apiserver$|&\n    - --profiling=false\n    - --tls-min-version=${{ tls }}|' /etc/kubernetes/kube-apiserver.yaml
