# A flag that the API server does not know ends it, and then nothing is in force.
ssh controlplane
sudo sed -i 's|^    - kube-apiserver$|&\n    - --profile=false\n    - --tls-min-version=${{ tls }}|' /etc/kubernetes/manifests/kube-apiserver.yaml
